using System.Text;

namespace Modelwright.Serving.Storming;

/// <summary>Bytes that are no HTTP, or say of themselves what is not so.</summary>
internal static class Wire
{
    private const string Type = "Content-Type: application/json\r\n";

    /// <summary>A length that is not that of the body.</summary>
    public static byte[] Lengths(Random random, StormRequests requests)
    {
        var body = requests.Some(random);
        var told = random.Next(8) switch
        {
            0 => $"Content-Length: {body.Length + random.Next(1, 1_000)}\r\n",
            1 => $"Content-Length: {random.Next(body.Length)}\r\n",
            2 => "Content-Length: -1\r\n",
            3 => "Content-Length: 99999999999999999999\r\n",
            4 => $"Content-Length: {body.Length}\r\nContent-Length: {body.Length + 1}\r\n",
            5 => $"Content-Length: {body.Length}\r\nTransfer-Encoding: chunked\r\n",
            6 => "Transfer-Encoding: chunked, chunked\r\n",
            _ => "Content-Length: 0x10\r\n",
        };
        return [.. Encoding.Latin1.GetBytes($"POST /predict HTTP/1.1\r\nHost: {requests.Server.Authority}\r\n{Type}{told}\r\n"), .. body];
    }

    /// <summary>Noise, broken chunks, odd methods and versions, bare line ends, requests hidden behind others.</summary>
    public static byte[] Noise(Random random, StormRequests requests)
    {
        var host = $"Host: {requests.Server.Authority}\r\n";
        var noise = new byte[random.Next(1, 200)];
        random.NextBytes(noise);
        return random.Next(10) switch
        {
            0 => noise,
            1 => Encoding.Latin1.GetBytes($"POST /predict HTTP/1.1\r\n{host}{Type}Transfer-Encoding: chunked\r\n\r\nZZ\r\n"),
            2 => Encoding.Latin1.GetBytes($"POST /predict HTTP/1.1\r\n{host}{Type}Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\nx"),
            3 => Encoding.Latin1.GetBytes($"GET /models HTTP/9.9\r\n{host}\r\n"),
            4 => Encoding.Latin1.GetBytes($"{new string('M', random.Next(1, 5_000))} /models HTTP/1.1\r\n{host}\r\n"),
            5 => Encoding.Latin1.GetBytes($"GET /models HTTP/1.1\nHost: {requests.Server.Authority}\n\n"),
            6 => Encoding.Latin1.GetBytes("GET /models HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"),
            7 => Encoding.Latin1.GetBytes($"GET /models HTTP/1.1\r\n{host}X: a\0b\r\n folded\r\n\r\n"),
            8 => [.. "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8, .. noise],
            _ => Encoding.Latin1.GetBytes($"GET http://elsewhere.example/models HTTP/1.1\r\n{host}Upgrade: websocket\r\nConnection: Upgrade\r\n\r\n"),
        };
    }
}
