using System.Text;

namespace Modelwright.Fuzz.Json;

/// <summary>Writes JSON that is right in the letter, and JSON that is not.</summary>
internal static class JsonMaker
{
    private const int MostLines = 8;

    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "-0", "1", "12.50", "-1e-5", "1e308", "1e309", "-1e999", "1e-400", "9007199254740993", "123456789012345678901234567890", "0.1e1",
        "\"\"", "\" \"", "\"NA\"", "\"-1\"", "\"12\"", "\"$1,200\"", "\"basic\"", "\"gold\"", "\"Gold\"", "\"never seen\"", "\"True\"", "\"yes\"", "\"late payment\"",
        "\"2021-05-06\"", "\"06.05.2021\"", "\"2021-05-06T07:08:09Z\"", "\"2021-13-40\"", "\"9999-12-31\"", "\"1e999\"", "\"NaN\"", "\"Infinity\"", "\"\\u0000\"", "\"\\ud83d\\ude00\"", "\"\\n\\t\\\"\"",
        "\"é\"", "\"\U0001F600\"", "[]", "[1,2]", "[ 1 , \"a\" ]", "{}", "{\"x\":1}", "{\"x\":{\"y\":\"z\"}}",
    ];

    private static readonly string[] Broken =
        ["NaN", "Infinity", "+1", "01", "1.", ".5", "0x10", "'a'", "\"\\ud800\"", "\"\\udc00x\"", "\"\\x\"", "\"open", "[1,", "{\"a\":", "tru", "\"\t\"", "", "undefined", "1e", "[\"\\ud800\"]"];

    private const int PlainNames = 6;
    private static readonly string[] Names = ["Tenure", "Plan", "Age", "Since", "Note", "Member", "Tags", "Codes", "Place"];

    // What each column takes, so that most rows have one fault at most.
    private static readonly string[][] Fitting =
    [
        ["4", "30.5", "null", "\"12\"", "-0", "1e300"],
        ["\"basic\"", "\"gold\"", "\"never seen\"", "null", "\"\"", "1", "true"],
        ["null", "\"NA\"", "\"$1,200\"", "39.5", "-1", "\"\\u0031\""],
        ["\"2021-05-06\"", "\"06.05.2021\"", "null", "\" \""],
        ["\"late payment\"", "\"\"", "null", "\"\\ud83d\\ude00\"", "7", "false", "\"a\\u0000b\""],
        ["true", "false", "\"True\"", "\"TRUE\"", "null", "0"],
        ["[]", "[\"red\",\"blue\"]", "[\"red\", 1, true]", "\"red,blue\"", "null", "[\"a,b\"]", "[\"\"]", "[null]", "[[\"red\"]]", "[\"\\u0000\"]"],
        ["[]", "[\"a\",\"b\"]", "\"[\\\"a\\\"]\"", "\"a\"", "null", "[1.50]", "[\"\\ud83d\\ude00\"]", "\"[\"", "[{}]"],
        ["\"52.52, 13.40\"", "\"52.52\"", "null", "\"-91,0\"", "\"N 52\\u00b0 30'\"", "[52.52,13.4]", "7"],
    ];

    private static readonly string[] Others = ["tenure", "PLAN", "age ", "", "a.b", "a", "é", "\\u0041ge", "Te\\u006eure", "\\ud800", "target", "x.y", "\U0001F600", "Age\\u0000"];

    /// <summary>One row as text.</summary>
    /// <param name="random">Chance.</param>
    /// <param name="hasLists">Whether the row has lists and places as well.</param>
    internal static byte[] Row(Random random, bool hasLists) => Damaged(Encoding.UTF8.GetBytes(Object(random, isRow: true, hasLists)), random);

    /// <summary>A file of objects.</summary>
    internal static byte[] File(Random random)
    {
        var text = new StringBuilder(random.Next(15) == 0 ? "\uFEFF" : "");
        for (var lines = random.Next(1, MostLines); lines > 0; lines--)
        {
            text.Append(random.Next(25) switch
            {
                0 => "",
                1 => " \t",
                2 => Values[random.Next(Values.Length)],
                3 => Object(random, isRow: false) + " {}",
                4 => "[" + Object(random, isRow: false) + "]",
                _ => Object(random, isRow: false),
            });
            text.Append(lines > 1 || random.Next(3) > 0 ? random.Next(3) == 0 ? "\r\n" : "\n" : "");
        }

        return Damaged(Encoding.UTF8.GetBytes(text.ToString()), random);
    }

    private static string Object(Random random, bool isRow, bool hasLists = false)
    {
        var members = (isRow ? hasLists ? Names : Names[..PlainNames] : ["a", "b", "c"]).Where(_ => random.Next(isRow ? 40 : 6) > 0).Select(name => Member(name, random, isRow)).ToList();
        for (var more = random.Next(3) == 0 ? random.Next(1, 4) : 0; more > 0; more--)
        {
            var name = random.Next(4) == 0 ? Names[random.Next(Names.Length)] : Others[random.Next(Others.Length)];
            members.Insert(random.Next(members.Count + 1), Member(name, random, fits: false));
        }

        return "{" + string.Join(random.Next(8) == 0 ? " ,\t" : ",", members) + "}";
    }

    private static string Member(string name, Random random, bool fits)
    {
        var fitting = fits && random.Next(12) > 0 ? Fitting[Array.IndexOf(Names, name)] : null;
        return $"\"{name}\":{(random.Next(6) == 0 ? " " : "")}{(fitting is null ? Value(random) : fitting[random.Next(fitting.Length)])}";
    }

    private static string Value(Random random) => random.Next(120) switch
    {
        0 => Deep(random.Next(1, 140), '[', ']'),
        1 => string.Concat(Enumerable.Repeat("{\"d\":", random.Next(1, 140))) + "1",
        2 => "\"" + new string('z', random.Next(100, 100_000)) + "\"",
        3 => new string('9', random.Next(1, 400)),
        4 => Broken[random.Next(Broken.Length)],
        5 => string.Concat(Enumerable.Repeat("{\"d\":", 3)) + "1}}}",
        _ => Values[random.Next(Values.Length)],
    };

    private static string Deep(int depth, char open, char close) => new string(open, depth) + new string(close, depth);

    private static byte[] Damaged(byte[] bytes, Random random) => random.Next(10) == 0 ? Packages.ByteMutation.Apply(bytes, random) : bytes;
}
