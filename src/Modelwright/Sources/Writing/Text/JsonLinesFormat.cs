using Modelwright.Core.Data;

namespace Modelwright.Sources.Writing.Text;

/// <summary>One JSON object a line.</summary>
internal sealed class JsonLinesFormat : TextFormat
{
    public override IReadOnlyList<string> Extensions { get; } = TextFile.WithCompressed(".jsonl", ".ndjson");

    protected override void Check(Table table, CellCheck check)
    {
        base.Check(table, check);
        check.Numbers(JsonRow.NumberFault);
    }

    protected override string Label(string name) => JsonRow.Quoted(name);

    protected override void WriteHeader(TextWriter writer, TextField[] fields)
    {
    }

    protected override void WriteRow(TextWriter writer, TextField[] fields, int row)
    {
        JsonRow.Write(writer, fields, row);
        writer.WriteLine();
    }
}
