/**
 * The names of class CH that servers answer about themselves (RFC 4892): version.bind, version.server, hostname.bind,
 * id.server.
 */

import { classCode, TYPE_ANY } from '../message/codes.ts';
import { lowerCased } from '../message/name.ts';
import type { Message } from '../message/message.ts';
import { TXT } from '../message/records/txt.ts';
import { newDraft, replyTo } from '../zone/reply.ts';

const CLASS_CH = classCode('CH')!;
const VERSION = 'rootwalk lab';

/** The reply to a question about the server itself; undefined where it is none. */
export function chaosReply(query: Message, identity: string): Message | undefined {
  const [question] = query.questions;
  if (question?.class !== CLASS_CH || (question.type !== TXT.code && question.type !== TYPE_ANY))
    return undefined;
  const texts: Readonly<Record<string, string>> = {
    'version.bind.': VERSION,
    'version.server.': VERSION,
    'hostname.bind.': identity,
    'id.server.': identity,
  };
  const text = texts[lowerCased(question.name)];
  if (text === undefined) return undefined;
  const rdata = { strings: [new TextEncoder().encode(text)] };
  const answers = [{ name: question.name, type: TXT.code, class: CLASS_CH, ttl: 0, rdata }];
  return replyTo(query, { ...newDraft(), aa: true, answers });
}
