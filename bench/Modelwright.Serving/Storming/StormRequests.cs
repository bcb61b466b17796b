using System.Text;
using Modelwright.Serving.Starting;

namespace Modelwright.Serving.Storming;

/// <summary>Makes requests for a server, by chance.</summary>
internal sealed class StormRequests(Uri server, RowsFile rows, byte[] package)
{
    private const string Batches = "/models/model/batch";

    private static readonly string[] Takers =
    [
        "/predict", "/models/model/predict", "/models/model/versions/1/predict", "/models/model/predict?reasons=true", "/models/model/labels", "/v2/models/model/infer", "/v2/models/model/versions/1/infer",
        "/manage/models/model/traffic", "/manage/models/model/versions", "/registry/models/model/promote", "/registry/models/model/rollback", "/registry/models/model/aliases/challenger", Batches,
    ];

    private static readonly string[] OddHeaders =
    [
        "Content-Type: text/plain\r\n", "Content-Type: application/octet-stream\r\n", "Content-Type: application/json; charset=utf-7\r\n", "Content-Type: multipart/form-data; boundary=x\r\n", "Content-Type: \r\n", "Content-Type: application/json\r\nContent-Encoding: gzip\r\n",
        "Content-Type: application/json\r\nContent-Encoding: br, gzip, deflate\r\n", "Content-Type: application/json\r\nX-Request-Id: ../../x\r\n", "Content-Type: application/json\r\nX-Request-Id: a b\tc\r\n", "Content-Type: application/json\r\nX-Request-Id: é\r\n",
        "Content-Type: application/json\r\nInference-Header-Content-Length: 99999999999\r\n", "Content-Type: application/json\r\nOrigin: http://elsewhere.example\r\n", "Content-Type: application/json\r\nAuthorization: Bearer x\r\nAuthorization: Basic y\r\n",
        "Content-Type: application/json\r\nRange: bytes=0-,0-,0-\r\n", "Content-Type: application/json\r\nX-Sticky-Key: " + new string('k', 4_000) + "\r\n", "Content-Type: application/json\r\nX-Request-Id: " + new string('i', 4_000) + "\r\n",
        "Content-Type: application/json\r\nX-Http-Method-Override: DELETE\r\nX-Original-Url: /manage/models/model\r\nX-Forwarded-For: 127.0.0.1\r\n", "Content-Type: application/json\r\ntraceparent: 00-zz-zz-zz\r\nCookie: " + new string('c', 4_000) + "\r\n", "",
    ];

    private static readonly byte[] Gzip = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3];

    public Uri Server => server;

    /// <summary>A body that is right, for one route or another.</summary>
    public byte[] Some(Random random)
    {
        var row = rows.Body(random.Next(rows.Table.RowCount));
        return Encoding.UTF8.GetBytes(random.Next(5) switch
        {
            0 => row,
            1 => $"[{row},{row}]",
            2 => $$"""{"id":"a","inputs":[{"name":"{{rows.Table.Columns[^1].Name}}","shape":[2,1],"datatype":"FP64","data":[[1],[2]]},{"name":"x","shape":[2],"datatype":"BYTES","data":["a","b"]}],"outputs":[{"name":"label"}]}""",
            3 => """[{"id":"a","label":"yes","row":1},{"id":"b","label":null}]""",
            _ => """{"package":"x.mw","version":"2","champion":"2","challenger":"1","share":0.5,"shadow":"3","force":true,"reason":"x"}""",
        });
    }

    public byte[] Good(Random random) => Connection.Post(server, random.Next(2) == 0 ? "/predict" : "/models/model/predict", Encoding.UTF8.GetBytes(rows.Body(random.Next(rows.Table.RowCount))));

    /// <summary>A body to any route that takes one. A batch tells what is wrong line by line and is itself answered with 200.</summary>
    public byte[] Body(Random random, byte[] body, bool isBatchToo = true)
    {
        var path = Takers[random.Next(isBatchToo ? Takers.Length : Takers.Length - 1)];
        var method = path.EndsWith("/traffic", StringComparison.Ordinal) || path.Contains("/aliases/", StringComparison.Ordinal) ? "PUT" : "POST";
        var type = path != Batches ? "application/json" : random.Next(2) == 0 ? "text/csv" : "application/x-ndjson";
        return Connection.Post(server, path, body, $"Content-Type: {type}\r\n", method);
    }

    /// <summary>More rows, labels or tensor values than the limit.</summary>
    public byte[] Rows(Random random)
    {
        var count = ServerProcess.Tight.Rows + random.Next(1, 500);
        return random.Next(3) switch
        {
            0 => Connection.Post(server, "/predict", Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Repeat("{}", count))}]")),
            1 => Connection.Post(server, "/models/model/labels", Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Repeat("""{"id":"a","label":"b"}""", count))}]")),
            _ => Connection.Post(server, "/v2/models/model/infer", Encoding.UTF8.GetBytes($$"""{"inputs":[{"name":"{{rows.Table.Columns[random.Next(rows.Table.Columns.Count)].Name}}","shape":[{{count}}],"datatype":"FP64","data":[{{string.Join(',', Enumerable.Repeat("1", count))}}]}]}""")),
        };
    }

    /// <summary>A body over the limit, sent in full; or a head alone that is.</summary>
    public byte[] Long(Random random)
    {
        var path = Takers[random.Next(Takers.Length - 1)];
        return random.Next(10) switch
        {
            0 => [.. Encoding.Latin1.GetBytes($"GET /models HTTP/1.1\r\nHost: {server.Authority}\r\nX-Long: {new string('h', 100_000)}\r\n\r\n")],
            1 => [.. Encoding.Latin1.GetBytes($"GET /{new string('p', 20_000)} HTTP/1.1\r\nHost: {server.Authority}\r\n\r\n")],
            2 => [.. Encoding.Latin1.GetBytes($"GET /models HTTP/1.1\r\nHost: {server.Authority}\r\n{string.Concat(Enumerable.Range(0, 500).Select(number => $"X-{number}: y\r\n"))}\r\n")],
            _ => Connection.Post(server, path, Filled(ServerProcess.Tight.BodyBytes + random.Next(1, 2 << 20))),
        };
    }

    /// <summary>Tensors whose shape, data and datatype do not go together.</summary>
    public byte[] Tensor(Random random)
    {
        string[] shapes = ["[]", "[0]", "[-1]", "[1]", "[2,2]", "[9223372036854775807]", "[4294967296,4294967296]", "[1,1,1,1,1,1,1,1,1]", "[1.5]", "[\"1\"]", "7", "null", "[[1]]"];
        string[] types = ["FP64", "FP32", "BYTES", "BOOL", "INT8", "UINT64", "FP65", "", "BF16"];
        string[] data = ["[1]", "[]", "[[1],[2]]", "[[1,2],[3]]", "[null]", "[\"x\"]", "[{}]", "1", "{}", "null", "[1e999]", "[[[[1]]]]", "[true,false]"];
        string Input() => $$"""{"name":"{{(random.Next(8) == 0 ? "\\u0000" : rows.Table.Columns[random.Next(rows.Table.Columns.Count)].Name)}}","shape":{{shapes[random.Next(shapes.Length)]}},"datatype":"{{types[random.Next(types.Length)]}}","data":{{data[random.Next(data.Length)]}}}""";
        return Connection.Post(server, random.Next(2) == 0 ? "/v2/models/model/infer" : "/v2/models/model/versions/1/infer", Encoding.UTF8.GetBytes($$"""{"id":"a","inputs":[{{string.Join(',', Enumerable.Range(0, random.Next(1, 20)).Select(_ => Input()))}}],"outputs":[{"name":"x"}]}"""));
    }

    /// <summary>Lines that are no rows, quotes that never end, lines that are too long.</summary>
    public byte[] Batch(Random random)
    {
        var isCsv = random.Next(2) == 0;
        var row = rows.Body(random.Next(rows.Table.RowCount));
        var text = random.Next(6) switch
        {
            0 => string.Concat(Enumerable.Repeat(row + "\n{]\n\n", random.Next(1, 20))),
            1 => "a,b\n\"never ends" + new string(',', random.Next(1, 5_000)),
            2 => string.Join('\n', rows.Table.Columns.Select(column => column.Name)) + "\n1,2,3",
            3 => new string('x', ServerProcess.Tight.LineBytes + random.Next(10_000)),
            4 => string.Join(',', rows.Table.Columns.Select(column => column.Name)) + "\n" + string.Concat(Enumerable.Repeat("1,\"\"\"\",\r\n", 50)),
            _ => "\0\0\n\r\n\r\n,,,,\n",
        };
        return Connection.Post(server, Batches, Encoding.UTF8.GetBytes(text), $"Content-Type: {(isCsv ? "text/csv" : "application/x-ndjson")}\r\n");
    }

    /// <summary>Headers that are odd, kinds of bodies that are not taken, compressed ones among them.</summary>
    public byte[] Headers(Random random)
    {
        var headers = OddHeaders[random.Next(OddHeaders.Length)];
        var request = Connection.Post(server, Takers[random.Next(Takers.Length)], headers.Contains("gzip", StringComparison.Ordinal) ? [.. Gzip, .. Filled(random.Next(1, 1_000))] : Some(random), headers);
        var host = Encoding.Latin1.GetBytes($"Host: {server.Authority}");
        return random.Next(6) == 0 ? Replaced(request, host, Encoding.Latin1.GetBytes("Host: elsewhere.example")) : request;
    }

    /// <summary>An address whose name or version leads elsewhere, as it is written.</summary>
    /// <param name="random">The chance.</param>
    /// <param name="names">What may stand for the name or version.</param>
    public byte[] Elsewhere(Random random, string[] names)
    {
        var route = Storming.Elsewhere.Routes[random.Next(Storming.Elsewhere.Routes.Length)].Split(' ');
        var path = route[1].Replace("*", names[random.Next(names.Length)], StringComparison.Ordinal);
        return route[0] == "GET" ? Encoding.Latin1.GetBytes($"GET {path} HTTP/1.1\r\nHost: {server.Authority}\r\n\r\n")
            : path.EndsWith("/versions", StringComparison.Ordinal) && random.Next(20) == 0 ? Connection.Post(server, path, package, "Content-Type: application/octet-stream\r\n")
            : Connection.Post(server, path, Some(random), method: route[0]);
    }

    /// <summary>Names of packages, versions and aliases in bodies that lead elsewhere.</summary>
    public byte[] Names(Random random)
    {
        var name = Storming.Elsewhere.InBodies[random.Next(Storming.Elsewhere.InBodies.Length)];
        return random.Next(4) switch
        {
            0 => Connection.Post(server, "/manage/models/model/versions", Encoding.UTF8.GetBytes($$"""{"package":"{{name}}","version":"x"}""")),
            1 => Connection.Post(server, "/manage/models/model/traffic", Encoding.UTF8.GetBytes($$"""{"champion":"{{name}}z"}"""), method: "PUT"),
            2 => Connection.Post(server, "/registry/models/model/promote", Encoding.UTF8.GetBytes($$"""{"version":"{{name}}z"}""")),
            _ => Connection.Post(server, "/registry/models/model/aliases/challenger", Encoding.UTF8.GetBytes($$"""{"version":"{{name}}z"}"""), method: "PUT"),
        };
    }

    /// <summary>Bytes that are no package, or one with bytes changed; to the registry under a name of their own.</summary>
    public byte[] Package(Random random)
    {
        var bytes = random.Next(3) == 0 ? Filled(random.Next(0, 5_000)) : Bodies.Changed(random, package);
        return Connection.Post(server, random.Next(2) == 0 ? $"/manage/models/model/versions?version=storm-{random.Next(1_000_000)}" : "/registry/models/sent/versions", bytes, "Content-Type: application/octet-stream\r\n");
    }

    private static byte[] Filled(long length)
    {
        var bytes = new byte[length];
        Array.Fill(bytes, (byte)' ');
        return bytes;
    }

    private static byte[] Replaced(byte[] request, byte[] old, byte[] by)
    {
        var at = request.AsSpan().IndexOf(old);
        return [.. request[..at], .. by, .. request[(at + old.Length)..]];
    }
}
