using static Modelwright.Tests.Sources.UglyFiles.UglyFile;

namespace Modelwright.Tests.Sources.UglyFiles;

/// <summary>JSON that is cut, or not one object a line.</summary>
internal static class JsonFiles
{
    internal static IReadOnlyList<UglyFile> All { get; } =
    [
        Of("cut in the last object", "rows.jsonl", "{\"a\":1,\"b\":\"x\"}\n{\"a\":2,\"b\":", "Refused: {0}, line 2: the JSON is broken at character 12: '{\"a\":2,\"b\":'. Close what is open, or get the file again if it was cut."),
        Of("a list of objects in a .jsonl", "rows.jsonl", "[{\"a\":1},\n{\"a\":2}]\n", "Refused: {0}, line 1: the file holds one JSON list, not one object a line. Write each object on a line of its own (jq -c '.[]' does so), or name the file .json."),
        Of("an object over several lines", "rows.json", "{\n  \"a\": 1\n}\n",
            """
            1 rows, 1 columns.
            a: number: 1
            """),
        Of("a name twice", "rows.jsonl", "{\"a\":1,\"a\":2}\n", "Refused: {0}, line 1: the object names 'a' twice; the first value counts. Leave one out."),
        Of("half a character", "rows.jsonl", "{\"a\":\"\\ud83d\"}\n", "Refused: {0}, line 1: a text holds half a character (a \\ud800 to \\udfff without its other half). Write both halves, or take it out."),
        Of("objects and lists inside", "rows.jsonl", "{\"a\":{\"b\":1,\"c\":{\"d\":\"x\"}},\"e\":[1, 2]}\n{\"a\":{\"b\":2},\"f\":true}\n",
            """
            2 rows, 4 columns.
            a.b: number: 1 | 2
            a.c.d: category: x | (missing)
            e: category: [1, 2] | (missing)
            f: category: (missing) | true
            """),
        Of("NaN, which is no JSON", "rows.jsonl", "{\"a\":1}\n{\"a\":NaN}\n", "Refused: {0}, line 2: the JSON is broken at character 6: '{\"a\":NaN}'. Close what is open, or get the file again if it was cut."),
        Of("lists 100 deep", "rows.jsonl", $"{{\"a\":{new string('[', 100)}{new string(']', 100)}}}\n", "Refused: {0}, line 1: lists and objects are nested deeper than 64 levels. Take the inner ones apart, or leave them out."),
        Of("other values than objects", "rows.jsonl", "{\"a\":1}\n3\nnull\n",
            """
            Refused: {0}, line 2: '3' is no JSON object. Write each row as one, such as {"age": 31}.
            {0}, line 3: 'null' is no JSON object. Write each row as one, such as {"age": 31}.
            Mend the file, or set SkipBadRows (--skip-bad-rows) to leave such rows out and count them.
            """),
        Of("delimited text named .json", "rows.json", "a,b\n1,2\n",
            """
            Refused: {0}, line 1: the JSON is broken at character 1: 'a,b'. Close what is open, or get the file again if it was cut.
            {0}, line 2: '1,2' is no JSON object. Write each row as one, such as {"age": 31}.
            Mend the file, or set SkipBadRows (--skip-bad-rows) to leave such rows out and count them.
            """),
    ];
}
