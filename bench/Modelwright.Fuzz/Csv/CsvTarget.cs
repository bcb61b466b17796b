using Modelwright.Core.Errors;
using Modelwright.Sources;

namespace Modelwright.Fuzz.Csv;

/// <summary>Delimited files, plain and compressed, judged by a plain reader. (DuckDB judges sound files in the tests of the sources.)</summary>
internal sealed class CsvTarget : IFuzzTarget
{
    private readonly ScratchFile _file = new();

    /// <inheritdoc/>
    public string Name => "csv";

    /// <inheritdoc/>
    public byte[] Make(Random random) => CsvMaker.Make(random).ToArray();

    /// <inheritdoc/>
    public Verdict Judge(byte[] input) => Verdict.Of<DataException>(() => Wrong(CsvCase.Parse(input)));

    /// <inheritdoc/>
    public int Size(byte[] input) => Math.Max(input.Length, CsvCase.Parse(input).File is [0x1F, 0x8B, ..] file ? PlainGzip.Unpack(file, out _)?.Length ?? 0 : 0);

    /// <inheritdoc/>
    public IEnumerable<byte[]> Smaller(byte[] input) => Pieces.LeftOut(input, CsvCase.HeadLength);

    private string? Wrong(CsvCase one)
    {
        var path = _file.Write("rows.csv", one.File);
        var isPacked = one.File is [0x1F, 0x8B, ..];
        var isWhole = true;
        var text = isPacked ? PlainGzip.Unpack(one.File, out isWhole) : one.File;
        SourceTable read;
        try
        {
            read = SourceTable.ReadAsync(path, one.Options(one.KeepsText ? Names(text ?? [], one) : [])).GetAwaiter().GetResult();
        }
        catch (DataException refusal) when (text is not null && isWhole && CsvJudge.IsUnfounded(text, one, refusal.Message))
        {
            return $"refused without a reason: {refusal.Message}";
        }

        return text is null ? "a damaged gzip file was read" : CsvJudge.Wrong(text, one, read);
    }

    // Whatever separator the reader decides for, the columns are known.
    private static IEnumerable<string> Names(byte[] text, CsvCase one) => CsvCase.Separators
        .SelectMany(separator => new PlainCsv(CsvJudge.Decoded(text, "utf-8"), separator, one.HasQuotes).Rows().FirstOrDefault(row => !row.IsBlank)?.Cells ?? [])
        .Select(name => name.Trim())
        .Concat(Enumerable.Range(1, 60).Select(column => $"column{column}"));
}
