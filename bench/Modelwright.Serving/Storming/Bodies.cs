using System.Text;

namespace Modelwright.Serving.Storming;

/// <summary>Bodies that are wrong.</summary>
internal static class Bodies
{
    private const int MostDeep = 10_000;

    private static readonly string[] OddNumbers =
    [
        "NaN", "Infinity", "-Infinity", "\"NaN\"", "\"Infinity\"", "\"-inf\"", "1e999", "-1e999", "1e-999", "1e99999999999", "0x10", "1_000", "+1", ".5", "5.", "00", "-", "-0", "1e", "true", "[]", "{}",
        "18446744073709551616", "-9223372036854775809", new('9', 10_000), "0." + new string('0', 10_000) + "1",
    ];

    private static readonly string[] OddTexts =
    [
        "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u0000\"", "\"\\x\"", "\"\u202e\u0000\"", "\"\ufeff\"", "\"' OR 1=1; --\"", "\"\\u001b[2J\"", "\"${jndi:ldap://x}\"", "\"%n%s%x\"", $"\"{new string('x', 70_000)}\"",
    ];

    public static byte[] Cut(Random random, byte[] whole) => whole[..random.Next(whole.Length)];

    public static byte[] Changed(Random random, byte[] whole)
    {
        var (bytes, at) = (new byte[random.Next(1, 8)], random.Next(whole.Length));
        random.NextBytes(bytes);
        return random.Next(2) == 0 ? [.. whole[..at], .. bytes, .. whole[at..]] : [.. whole[..at], .. bytes, .. whole[Math.Min(whole.Length, at + bytes.Length)..]];
    }

    public static byte[] Deep(Random random)
    {
        var depth = random.Next(20, MostDeep);
        return Encoding.UTF8.GetBytes(random.Next(4) switch
        {
            0 => new string('[', depth),
            1 => string.Concat(Enumerable.Repeat("{\"a\":", depth)),
            2 => $$"""{"inputs":[{"name":"x","shape":[1],"datatype":"FP64","data":{{new string('[', depth)}}1{{new string(']', depth)}}}]}""",
            _ => $"{new string('[', depth)}{new string(']', depth)}",
        });
    }

    /// <summary>A value that is no number, or one that no double holds, in place of another.</summary>
    public static byte[] Numbers(Random random, byte[] whole) => Valued(random, whole, OddNumbers[random.Next(OddNumbers.Length)]);

    /// <summary>A text that is none, or odd.</summary>
    public static byte[] Texts(Random random, byte[] whole) => random.Next(4) == 0
        ? [.. "{\""u8, 0xC0, 0x80, 0xF5, 0xFF, .. "\":\""u8, 0xED, 0xA0, 0x80, .. "\"}"u8]
        : Valued(random, whole, OddTexts[random.Next(OddTexts.Length)]);

    /// <summary>Each member again, with another value, or so often that a reader that looks for doubles by pairs takes for ever.</summary>
    public static byte[] Twice(Random random, byte[] whole)
    {
        var text = Encoding.UTF8.GetString(whole);
        var inner = text.Trim('{', '}', '[', ']');
        return Encoding.UTF8.GetBytes(random.Next(2) == 0
            ? $"{{{inner},{inner}}}"
            : $"{{{string.Join(',', Enumerable.Repeat("\"id\":1", random.Next(2, 5_000)))}}}");
    }

    private static byte[] Valued(Random random, byte[] whole, string value)
    {
        var text = Encoding.UTF8.GetString(whole);
        var places = Enumerable.Range(0, text.Length).Where(place => text[place] == ':').ToArray();
        if (places.Length == 0)
        {
            return Encoding.UTF8.GetBytes(value);
        }

        var start = places[random.Next(places.Length)] + 1;
        var end = text.IndexOfAny([',', '}'], start);
        return Encoding.UTF8.GetBytes(end < 0 ? text[..start] + value : text[..start] + value + text[end..]);
    }
}
