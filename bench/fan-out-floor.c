/* The floor of a fan-out on this machine, for bench/fan-out-large.ts: what the system itself takes to write the same
 * bytes to every socket, and a reader of open pages that is not the slower side.
 *
 *   floor             listens on loopback and prints its port; each line on its input is written to every connection
 *                     as one message, in one loop of send()
 *   listen PORT PATH N  opens N live pages and prints "ready"; prints "." each time all of them have one message more
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

enum { CONNECTIONS_MAX = 16384, EVENTS_AT_ONCE = 256, LINE_MAX_BYTES = 4096 };

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static struct sockaddr_in loopback(int port) {
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((unsigned short)port)};
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return address;
}

static void watch(int epoll, int fd) {
  struct epoll_event event = {.events = EPOLLIN, .data.fd = fd};
  if (epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &event) < 0) fail("epoll_ctl");
}

static int pages[CONNECTIONS_MAX];
static int opened = 0;

static const char HEAD[] = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\nretry: 2000\n\n";

static void greet(int listener) {
  int page = accept(listener, NULL, NULL);
  char request[LINE_MAX_BYTES];
  if (page < 0) fail("accept");
  if (opened == CONNECTIONS_MAX) exit(1);
  int on = 1;
  setsockopt(page, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  if (read(page, request, sizeof request) < 0) fail("read");
  if (send(page, HEAD, sizeof HEAD - 1, 0) < 0) fail("send");
  pages[opened++] = page;
}

/* The line, without its end, and an empty line behind it: the bytes of one server-sent event. */
static void tell(char *line) {
  size_t length = strlen(line);
  char message[LINE_MAX_BYTES + 64];
  int size = snprintf(message, sizeof message, "id: 1\nevent: rally\ndata: %.*s\n\n", (int)length - 1, line);
  for (int index = 0; index < opened; index += 1)
    if (send(pages[index], message, (size_t)size, MSG_NOSIGNAL) < 0) fail("send");
}

static void serve(void) {
  int listener = socket(AF_INET, SOCK_STREAM, 0);
  struct sockaddr_in address = loopback(0);
  socklen_t length = sizeof address;
  if (bind(listener, (struct sockaddr *)&address, length) < 0 || listen(listener, 4096) < 0) fail("listen");
  getsockname(listener, (struct sockaddr *)&address, &length);
  printf("%d\n", ntohs(address.sin_port));
  fflush(stdout);
  int epoll = epoll_create1(0);
  watch(epoll, listener);
  watch(epoll, STDIN_FILENO);
  setvbuf(stdin, NULL, _IONBF, 0);
  for (;;) {
    struct epoll_event ready[EVENTS_AT_ONCE];
    int count = epoll_wait(epoll, ready, EVENTS_AT_ONCE, -1);
    for (int index = 0; index < count; index += 1) {
      if (ready[index].data.fd == listener) greet(listener);
      else {
        char line[LINE_MAX_BYTES];
        if (fgets(line, sizeof line, stdin) == NULL) return;
        tell(line);
      }
    }
  }
}

static void open_page(int epoll, int port, const char *path) {
  int page = socket(AF_INET, SOCK_STREAM, 0);
  struct sockaddr_in address = loopback(port);
  char request[LINE_MAX_BYTES];
  if (page < 0 || connect(page, (struct sockaddr *)&address, sizeof address) < 0) fail("connect");
  int size = snprintf(request, sizeof request, "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n\r\n", path, port);
  if (send(page, request, (size_t)size, 0) < 0) fail("send");
  if (read(page, request, sizeof request) <= 0) fail("a page was not opened");
  if (strncmp(request, "HTTP/1.1 200", 12) != 0) {
    fprintf(stderr, "A page was answered: %.80s\n", request);
    exit(1);
  }
  watch(epoll, page);
}

/* Messages are smaller than a segment, and come whole. */
static int messages_in(const char *bytes, ssize_t length) {
  int found = 0;
  const char *at = bytes, *end = bytes + length;
  while ((at = memmem(at, (size_t)(end - at), "event: ", 7)) != NULL) {
    found += 1;
    at += 7;
  }
  return found;
}

static void follow(int port, const char *path, int count) {
  int epoll = epoll_create1(0);
  for (int index = 0; index < count; index += 1) open_page(epoll, port, path);
  printf("ready\n");
  fflush(stdout);
  for (long seen = 0;;) {
    struct epoll_event ready[EVENTS_AT_ONCE];
    int events = epoll_wait(epoll, ready, EVENTS_AT_ONCE, -1);
    for (int index = 0; index < events; index += 1) {
      char bytes[16384];
      ssize_t length = read(ready[index].data.fd, bytes, sizeof bytes);
      if (length <= 0) return;
      for (int more = messages_in(bytes, length); more > 0; more -= 1)
        if (++seen % count == 0) {
          printf(".\n");
          fflush(stdout);
        }
    }
  }
}

int main(int count, char **words) {
  if (count == 2 && strcmp(words[1], "floor") == 0) serve();
  else if (count == 5 && strcmp(words[1], "listen") == 0) follow(atoi(words[2]), words[3], atoi(words[4]));
  else return 2;
  return 0;
}
