// Asks a server of the Open Inference Protocol by a client that 'openapi-client-axios' makes from the published specification,
// checks every answer against the schemas of the specification with 'ajv', and writes what was answered as JSON.
//
//   node client.mjs SPECIFICATION ADDRESS MODEL VERSION REQUESTS.json
//
// Last it reads '/metrics' by 'parse-prometheus-text-format' and holds the counts of requests and rows against what was asked.
//
// REQUESTS.json is an array of bodies for 'infer'. Each is asked of the model and of its version.
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import axios from 'axios';
import yaml from 'js-yaml';
import { OpenAPIClientAxios } from 'openapi-client-axios';
import parsePrometheus from 'parse-prometheus-text-format';

const [specification, address, model, version, requests] = process.argv.slice(2);
const document = yaml.load(readFileSync(specification, 'utf8'));

// The document writes '${MODEL_NAME}' where OpenAPI has '{MODEL_NAME}', so a client would ask for '/models/$NAME'. And it says of
// '/versions/${MODEL_VERSION}' in words that it may be left out, which OpenAPI cannot say, so those paths are added without it.
const paths = {};
for (const [path, item] of Object.entries(document.paths)) {
  const written = path.replaceAll('${', '{');
  paths[written] = item;
  if (written.includes('/versions/{MODEL_VERSION}')) {
    const shorter = structuredClone(item);
    shorter.parameters = shorter.parameters.filter(parameter => parameter.name !== 'MODEL_VERSION');
    for (const operation of Object.values(shorter).filter(one => one.operationId)) {
      operation.operationId += '-without-version';
    }

    paths[written.replace('/versions/{MODEL_VERSION}', '')] = shorter;
  }
}

document.paths = paths;
const ajv = new Ajv({ strict: false, allErrors: true });
ajv.addSchema(document, 'specification');

const api = new OpenAPIClientAxios({ definition: document, withServer: { url: address }, axiosConfigDefaults: { validateStatus: () => true } });
const client = await api.init();
const faults = [];
const operations = {};
const answers = [];

function schemaOf(operation, status) {
  const schema = operation.responses?.[status]?.content?.['application/json']?.schema;
  return schema?.$ref ?? null;
}

async function ask(id, path, parameters, body, expected = 200) {
  const operation = Object.values(paths[path]).find(one => one.operationId === id);
  const given = { ...parameters };
  const response = await client[id](Object.keys(given).length > 0 ? given : null, body);
  const count = operations[id] ??= { path, asked: 0, statuses: {}, checked: 0 };
  count.asked++;
  count.statuses[response.status] = (count.statuses[response.status] ?? 0) + 1;
  if (response.status !== expected) {
    faults.push(`${id}: status ${response.status}, where ${expected} is told: ${JSON.stringify(response.data)}`);
  }

  const schema = schemaOf(operation, response.status);
  if (schema) {
    count.checked++;
    const validate = ajv.getSchema(`specification${schema}`);
    if (!validate(response.data)) {
      faults.push(`${id}: ${ajv.errorsText(validate.errors)}`);
    }
  }

  return response.data;
}

const [ready, meta, infer] = Object.keys(paths).filter(path => path.includes('{MODEL_VERSION}')).sort((a, b) => order(a) - order(b));
function order(path) {
  return path.endsWith('/ready') ? 0 : path.endsWith('/infer') ? 2 : 1;
}

function idOf(path) {
  return Object.values(paths[path]).find(one => one.operationId).operationId;
}

for (const path of ['/v2/health/live', '/v2/health/ready', '/v2/']) {
  await ask(idOf(path), path, {});
}

let metadata;
for (const [path, parameters] of both(ready)) {
  await ask(idOf(path), path, parameters);
}

for (const [path, parameters] of both(meta)) {
  metadata = await ask(idOf(path), path, parameters);
}

for (const body of JSON.parse(readFileSync(requests, 'utf8'))) {
  for (const [path, parameters] of both(infer)) {
    answers.push(await ask(idOf(path), path, parameters, body));
  }
}

// What the specification calls a bad request.
for (const [path, parameters] of both(infer)) {
  await ask(idOf(path), path, parameters, { inputs: [{ name: 'no such input', shape: [1], datatype: 'FP64', data: [1] }] }, 400);
}

function both(path) {
  return [[path, { MODEL_NAME: model, MODEL_VERSION: version }], [path.replace('/versions/{MODEL_VERSION}', ''), { MODEL_NAME: model }]];
}

// Each request was asked twice, and every one of them was answered.
const bodies = JSON.parse(readFileSync(requests, 'utf8'));
const text = (await axios.get(`${address}/metrics`, { responseType: 'text' })).data;
const families = parsePrometheus(text);
const asked = 2 * bodies.length;
const rows = 2 * bodies.reduce((sum, body) => sum + body.inputs[0].shape[0], 0);
for (const [name, expected] of [['modelwright_server_requests_total', asked], ['modelwright_server_rows_total', rows]]) {
  const told = families.find(family => family.name === name)?.metrics.find(one => one.labels.modelwright_model_name === model && one.labels.modelwright_model_version === version)?.value;
  if (Number(told) !== expected) {
    faults.push(`metrics: ${name} is ${told}, where ${expected} were asked`);
  }
}

const typed = families.filter(family => ['COUNTER', 'GAUGE', 'HISTOGRAM', 'SUMMARY'].includes(family.type)).length;
if (typed < families.length) {
  faults.push(`metrics: ${families.length - typed} families have no type`);
}

const metrics = { families: families.length, samples: families.reduce((sum, family) => sum + family.metrics.length, 0) };
process.stdout.write(JSON.stringify({ metadata, operations, answers, metrics, faults }));
