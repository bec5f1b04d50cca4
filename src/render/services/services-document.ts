/**
 * The services of a name as one JSON document, `rootwalk/services/1`. Relied on from outside: members may be added, never
 * changed or taken away.
 */

import type { Endpoint } from '../../services/endpoint.ts';
import { POLICIES, type Policy } from '../../services/policy.ts';
import type { FoundService } from '../../services/read-services.ts';
import { recordJson } from '../record-json.ts';
import { elsewhereOf, type ServicesRun } from './services-run.ts';
import { questionJson } from '../trace-document.ts';

type Json = Readonly<Record<string, unknown>>;

export function servicesDocument({ at, found, lookups, cost, summary }: ServicesRun): Json {
  const { itself, name, notes } = found;
  return {
    schema: 'rootwalk/services/1',
    name,
    startedAt: new Date(at).toISOString(),
    status: summary.status,
    reason: summary.reason,
    message: summary.message,
    aliases: itself.aliases,
    services: found.services.map((each) => serviceJson(each, name)),
    policies: found.policies.map(policyJson),
    findings: notes.map(({ code, severity, service, message, rfc }) => ({
      code,
      severity,
      service,
      message,
      rfc,
    })),
    lookups: lookups.map(({ question, status, reason, message, aliases, answers }) => ({
      question: questionJson(question),
      status,
      reason,
      message,
      aliases,
      records: answers.length,
    })),
    cost,
  };
}

function serviceJson({ service, status, endpoints, declined, unknown }: FoundService, name: string): Json {
  return {
    name: service.name,
    title: service.title,
    group: service.group,
    rfc: service.rfc,
    status,
    declined,
    unknown,
    elsewhere: elsewhereOf(service, name),
    endpoints: endpoints.map(endpointJson),
  };
}

function endpointJson(endpoint: Endpoint): Json {
  const { how, rule, host, port, portName, portFrom, protocols, alpn, priority, uri, state } = endpoint;
  return {
    how,
    rfc: how === 'record' ? null : rule || null,
    records: endpoint.via.map(recordJson),
    priority,
    host,
    port,
    portName,
    portFrom,
    protocols,
    alpn,
    uri,
    aliases: endpoint.aliases,
    addresses: endpoint.addresses,
    state,
    tlsa: endpoint.tlsa.map(recordJson),
  };
}

function policyJson({ name, owner, status, records, says }: Policy): Json {
  const { title, rfc } = POLICIES[name];
  return { name, title, rfc, owner, status, says, records: records.map(recordJson) };
}
