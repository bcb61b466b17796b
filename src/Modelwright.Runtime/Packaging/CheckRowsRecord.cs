using System.Buffers.Binary;
using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;

namespace Modelwright.Runtime.Packaging;

/// <summary>How check rows are stored: one part a feature, in the schema's order.</summary>
internal static class CheckRowsRecord
{
    /// <summary>Far more than are ever written; every row is answered on load, so a hostile file must not ask for many.</summary>
    private const int MostRows = 1_000;

    internal static void Write(IArtifactWriter writer, CheckRows checks)
    {
        writer.Integer("rows", checks.Rows.RowCount);
        writer.Integer("columns", checks.Rows.Columns.Count);
        writer.Numbers("answers", checks.Answers);
        for (var position = 0; position < checks.Rows.Columns.Count; position++)
        {
            Write(writer.Part(PartName(position)), checks.Rows.Columns[position]);
        }
    }

    internal static CheckRows Read(IArtifactReader reader, Schema schema)
    {
        var rows = reader.Integer("rows");
        var count = reader.Integer("columns");
        ColumnSpec[] features = [.. schema.Features];
        if (rows is < 0 or > MostRows || (count != features.Length && (count != 0 || rows != 0)))
        {
            throw new ArtifactException($"The package has {rows} check rows of {count} columns; its schema has {features.Length} features, and at most {MostRows} rows can be read. Fetch the file again from where it was made.");
        }

        var columns = new List<Column>();
        for (var position = 0; position < count; position++)
        {
            columns.Add(Column(reader.Part(PartName(position)), features[position], (int)rows));
        }

        return new(new(columns, (int)rows), reader.Numbers("answers"));
    }

    private static void Write(IArtifactWriter part, Column column)
    {
        int[] rows = [.. Enumerable.Range(0, column.RowCount)];
        switch (column)
        {
            case NumberColumn number:
                part.Numbers("numbers", [.. rows.Select(number.Values.At)]);
                break;
            case CategoryColumn category:
                part.Integers("codes", [.. rows.Select(category.Codes.At)]);
                break;
            case TimeColumn time:
                part.Bytes("ticks", [.. rows.SelectMany(row => Ticks(time.Values.At(row)))]);
                break;
            default:
                part.Bytes("present", [.. rows.Select(row => column.IsMissing(row) ? (byte)0 : (byte)1)]);
                part.Texts("texts", [.. rows.Select(row => column.Format(row) ?? "")]);
                break;
        }
    }

    private static Column Column(IArtifactReader part, ColumnSpec spec, int rows) => spec.Type switch
    {
        ColumnType.Number => new NumberColumn(spec.Name, Sized(part.Numbers("numbers"), rows, spec)),
        ColumnType.Category => Categories(Sized(part.Integers("codes"), rows, spec), spec),
        ColumnType.Time => new TimeColumn(spec.Name, Times(Sized(part.Bytes("ticks"), 8L * rows, spec))),
        _ => Texts(part, spec, rows),
    };

    private static CategoryColumn Categories(int[] codes, ColumnSpec spec) =>
        codes.All(code => code >= CategoryColumn.Missing && code < spec.Levels.Count) ? new(spec.Name, spec.Levels, codes) : throw Unsound(spec);

    private static TextColumn Texts(IArtifactReader part, ColumnSpec spec, int rows)
    {
        var present = Sized(part.Bytes("present"), rows, spec);
        string[] texts = [.. part.Texts("texts")];
        return new(spec.Name, [.. Sized(texts, rows, spec).Select((text, row) => present[row] == 0 ? null : text)]);
    }

    private static byte[] Ticks(long ticks)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, ticks);
        return bytes;
    }

    private static long[] Times(byte[] bytes)
    {
        var ticks = new long[bytes.Length / 8];
        for (var row = 0; row < ticks.Length; row++)
        {
            ticks[row] = BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(8 * row));
        }

        return ticks;
    }

    private static T[] Sized<T>(T[] values, long expected, ColumnSpec spec) => values.Length == expected ? values : throw Unsound(spec);

    private static ArtifactException Unsound(ColumnSpec spec) =>
        new($"The check rows of column '{spec.Name}' in the package are not sound. The file is damaged or was not made by this program; fetch it again from where it was made.");

    private static string PartName(int position) => FormattableString.Invariant($"column_{position}");
}
