using System.IO.Compression;
using System.Text;
using Modelwright.Core.Data;
using ZstdSharp;

namespace Modelwright.Sources.Writing;

/// <summary>What formats of one row a line share.</summary>
internal abstract class TextFormat : ITableFormat
{
    private const int CancellationStride = 4096;

    public abstract IReadOnlyList<string> Extensions { get; }

    public void Write(Table table, string path, CancellationToken cancellation)
    {
        using var file = File.Create(path);
        using var stream = Packed(file, path);
        Write(table, stream, cancellation);
    }

    private static Stream Packed(FileStream file, string path)
    {
        bool Has(string end) => path.EndsWith(end, StringComparison.OrdinalIgnoreCase);
        return Has(GzipText.Extension) ? new GZipStream(file, CompressionLevel.Optimal)
            : Has(ZstdText.Extension) ? new CompressionStream(file)
            : file;
    }

    internal void Write(Table table, Stream stream, CancellationToken cancellation)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        WriteHeader(writer, table);
        CellText[] cells = [.. table.Columns.Select(CellText.Of)];
        for (var row = 0; row < table.RowCount; row++)
        {
            if (row % CancellationStride == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            WriteRow(writer, table, cells, row);
        }

        WriteFooter(writer);
    }

    protected abstract void WriteHeader(TextWriter writer, Table table);

    protected virtual void WriteFooter(TextWriter writer)
    {
    }

    protected abstract void WriteRow(TextWriter writer, Table table, CellText[] cells, int row);
}
