using System.Text;
using CsCheck;
using Modelwright.Core.Errors;
using Modelwright.Sources;

namespace Modelwright.Tests.Sources;

/// <summary>Damaged files of every kind of text: a table, or an error that names the file; never another error, and never without end.</summary>
public class SourceFuzzTests
{
    private static readonly Dictionary<string, byte[]> Seeds = new()
    {
        [".csv"] = "# x\nid;\"a b\";c\n1,5;\"x\"\"y\nz\";2024-05-01\n2;é;\n"u8.ToArray(),
        [".csv.gz"] = TempFile.Gzip("a,b\n1,x\n2,y\n"),
        [".csv.zst"] = TempFile.Zstd("a,b\n1,x\n2,y\n"),
        [".jsonl"] = "{\"a\":1,\"b\":{\"c\":[1,\"\\u00e9\"]}}\n{\"a\":null}\n"u8.ToArray(),
        [".json"] = "{\"n\":1,\"rows\":[{\"a\":1,\"b\":{\"c\":[1,\"\\u00e9\"]}},{\"a\":\"é\"}],\"m\":[]}"u8.ToArray(),
        [".log"] = Encoding.UTF8.GetBytes("h - - [31/Dec/2023:23:59:59 +0000] \"GET /a?b=ü HTTP/1.1\" 200 1234 \"-\" \"x \\\" y\"\nh - u [01/Jan/2024:23:59:59 +0000] \"-\" 400 - \"-\" \"-\"\n"),
        [".xml"] = "<?xml version=\"1.0\" encoding=\"utf-8\"?><r><i a=\"1\"><b>x</b>&amp;<b/></i><i a=\"2\"><![CDATA[y]]></i></r>"u8.ToArray(),
        [".tsv"] = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("a\tb\n1\té\n")],
    };

    // Pieces that formats give a meaning to.
    private static readonly byte[][] Pieces = [[0], [0xFF], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xC3], "\""u8.ToArray(), "\n"u8.ToArray(), "{"u8.ToArray(), "]"u8.ToArray(), "<"u8.ToArray(), "</r>"u8.ToArray(), "<!DOCTYPE r>"u8.ToArray(), "encoding=\"cp037\""u8.ToArray(), "\\ud800"u8.ToArray(), "1e999"u8.ToArray(), "sep=,\n"u8.ToArray(), "#"u8.ToArray()];

    private static readonly Gen<(int Place, int Length, byte[] Piece)> Damage = Gen.Select(
        Gen.Int[0, 300],
        Gen.Int[0, 6],
        Gen.OneOf(Gen.Int[0, Pieces.Length - 1].Select(piece => Pieces[piece]), Gen.Byte.Array[0, 4]));

    public static IEnumerable<TheoryDataRow<string>> Kinds => Seeds.Keys.Select(kind => new TheoryDataRow<string>(kind));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Read_DamagedFile_IsATableOrADataException(string kind) =>
        Gen.Select(Damage.Array[1, 4], Gen.Bool).Sample(
            (damages, skips) =>
            {
                using var file = TempFile.With("rows" + kind, damages.Aggregate(Seeds[kind], Spoil));
                try
                {
                    var read = SourceTable.ReadAsync(file.Path, new() { SkipBadRows = skips && kind != ".xml" }).GetAwaiter().GetResult();
                    Assert.Equal(read.Table.RowCount, read.Report.RowsRead);
                }
                catch (DataException fault)
                {
                    Assert.StartsWith(file.Path, fault.Message, StringComparison.Ordinal);
                }
            },
            iter: 500,
            threads: 1);

    private static byte[] Spoil(byte[] bytes, (int Place, int Length, byte[] Piece) damage)
    {
        var place = Math.Min(damage.Place, bytes.Length);
        return [.. bytes[..place], .. damage.Piece, .. bytes[Math.Min(bytes.Length, place + damage.Length)..]];
    }
}
