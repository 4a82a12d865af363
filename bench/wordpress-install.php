<?php
// Installs WordPress with its own defaults, one post and the comments of a file: php wordpress-install.php FOLDER FILE.
[, $folder, $file] = $argv;
$_SERVER['HTTP_HOST'] = getenv('BENCH_HOST');
define('WP_INSTALLING', true);
require "$folder/wp-load.php";
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('Bench', 'bench', 'bench@example.org', false, '', wp_generate_password());
$post = wp_insert_post(['post_title' => 'Bench', 'post_content' => 'Bench', 'post_status' => 'publish']);
$ids = [];
$wpdb->query('START TRANSACTION');
foreach (json_decode(file_get_contents($file), true) as $comment) {
    $at = gmdate('Y-m-d H:i:s', strtotime($comment['at']));
    $wpdb->insert($wpdb->comments, [
        'comment_post_ID' => $post,
        'comment_author' => 'Voice',
        'comment_author_email' => 'voice@example.org',
        'comment_date' => $at,
        'comment_date_gmt' => $at,
        'comment_content' => $comment['body'],
        'comment_approved' => '1',
        'comment_type' => 'comment',
        'comment_parent' => $ids[$comment['parent'] ?? ''] ?? 0,
    ]);
    $ids[$comment['id']] = $wpdb->insert_id;
}
$wpdb->query('COMMIT');
wp_update_comment_count_now($post);
update_option('page_comments', getenv('BENCH_PAGED') === 'yes' ? 1 : 0);
echo $post;
