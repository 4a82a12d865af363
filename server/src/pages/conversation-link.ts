import type { ConversationLink, ThreadSubject } from "@podium/protocol";
import { countedThreads } from "../conversation/counting.ts";
import type { Db } from "../storage/storage.ts";

/** The way to the conversation about what a page shows. */
export async function conversationAbout(db: Db, kind: ThreadSubject, id: string): Promise<ConversationLink> {
  const thread = (await countedThreads(db, kind, [id])).get(id);
  return { about: `${kind}:${id}`, thread: thread?.id ?? null, comments: thread?.shown ?? 0 };
}

/** What a page that counts these comments must listen to. */
export function topicsOfConversation({ thread }: ConversationLink): string[] {
  return thread === null ? [] : [`thread:${thread}`];
}
