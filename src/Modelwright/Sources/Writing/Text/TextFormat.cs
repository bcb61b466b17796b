using System.IO.Compression;
using System.Text;
using Modelwright.Core.Data;
using ZstdSharp;

namespace Modelwright.Sources.Writing.Text;

/// <summary>What formats of one row a line share.</summary>
internal abstract class TextFormat : ITableFormat
{
    private const int CancellationStride = 4096;

    public abstract IReadOnlyList<string> Extensions { get; }

    public void CheckTable(Table table, string path, CancellationToken cancellation)
    {
        var check = new CellCheck(table, path, cancellation);
        Check(table, check);
        check.Throw();
    }

    public void Write(Table table, string path, string beside, CancellationToken cancellation)
    {
        using var file = File.Create(beside);
        using var stream = Packed(file, beside);
        Write(table, stream, cancellation);
    }

    internal void Write(Table table, Stream stream, CancellationToken cancellation)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        TextField[] fields = [.. table.Columns.Select(column => new TextField(Label(column.Name), column.Type == ColumnType.Number, CellText.Of(column)))];
        WriteHeader(writer, fields);
        for (var row = 0; row < table.RowCount; row++)
        {
            if (row % CancellationStride == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            WriteRow(writer, fields, row);
        }

        WriteFooter(writer);
    }

    /// <summary>A column's name as it stands in each row; made once.</summary>
    protected abstract string Label(string name);

    /// <summary>Looks for what the format cannot hold.</summary>
    protected virtual void Check(Table table, CellCheck check) => check.Names(OddCharacter.Half).Texts(OddCharacter.Half);

    protected abstract void WriteHeader(TextWriter writer, TextField[] fields);

    protected abstract void WriteRow(TextWriter writer, TextField[] fields, int row);

    protected virtual void WriteFooter(TextWriter writer)
    {
    }

    private static Stream Packed(FileStream file, string path)
    {
        bool Has(string end) => path.EndsWith(end, StringComparison.OrdinalIgnoreCase);
        return Has(GzipText.Extension) ? new GZipStream(file, CompressionLevel.Optimal)
            : Has(ZstdText.Extension) ? new CompressionStream(file)
            : file;
    }
}
