using Modelwright.Core.Data;

namespace Modelwright.Sources.Writing;

/// <summary>One JSON object a line.</summary>
internal sealed class JsonLinesFormat : TextFormat
{
    public override IReadOnlyList<string> Extensions { get; } = TextFile.WithCompressed(".jsonl", ".ndjson");

    protected override void WriteHeader(TextWriter writer, Table table)
    {
    }

    protected override void WriteRow(TextWriter writer, Table table, CellText[] cells, int row)
    {
        JsonRow.Write(writer, table, cells, row);
        writer.WriteLine();
    }
}
