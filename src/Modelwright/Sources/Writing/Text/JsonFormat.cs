using Modelwright.Core.Data;

namespace Modelwright.Sources.Writing.Text;

/// <summary>One JSON list of objects, an object a line.</summary>
internal sealed class JsonFormat : TextFormat
{
    public override IReadOnlyList<string> Extensions { get; } = TextFile.WithCompressed(".json");

    protected override void Check(Table table, CellCheck check)
    {
        base.Check(table, check);
        check.Numbers(JsonRow.NumberFault);
    }

    protected override string Label(string name) => JsonRow.Quoted(name);

    protected override void WriteHeader(TextWriter writer, TextField[] fields) => writer.Write('[');

    protected override void WriteRow(TextWriter writer, TextField[] fields, int row)
    {
        writer.WriteLine(row == 0 ? "" : ",");
        JsonRow.Write(writer, fields, row);
    }

    protected override void WriteFooter(TextWriter writer)
    {
        writer.WriteLine();
        writer.WriteLine(']');
    }
}
