using Modelwright.Core.Data;

namespace Modelwright.Sources.Writing;

/// <summary>One JSON list of objects, an object a line.</summary>
internal sealed class JsonFormat : TextFormat
{
    public override IReadOnlyList<string> Extensions { get; } = TextFile.WithCompressed(".json");

    protected override void WriteHeader(TextWriter writer, Table table) => writer.Write('[');

    protected override void WriteRow(TextWriter writer, Table table, CellText[] cells, int row)
    {
        writer.WriteLine(row == 0 ? "" : ",");
        JsonRow.Write(writer, table, cells, row);
    }

    protected override void WriteFooter(TextWriter writer)
    {
        writer.WriteLine();
        writer.WriteLine(']');
    }
}
