using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Packaging;

/// <summary>How baseline statistics are stored.</summary>
internal static class BaselineRecord
{
    private const int MostColumns = 50_000;

    internal static void Write(IArtifactWriter writer, BaselineStatistics baseline)
    {
        writer.Integer("rows", baseline.Rows);
        writer.Integer("columns", baseline.Columns.Count);
        for (var position = 0; position < baseline.Columns.Count; position++)
        {
            var column = baseline.Columns[position];
            var part = writer.Part(PartName(position));
            part.Text("name", column.Name);
            part.Text("type", column.Type.ToString());
            part.Number("missing", column.MissingShare);
            part.Flag("whole", column.IsWhole);
            part.Numbers("edges", column.Edges);
            part.Numbers("shares", column.Shares);
            part.Texts("frequent", column.Frequent);
            part.Numbers("frequent_shares", column.FrequentShares);
        }
    }

    internal static BaselineStatistics Read(IArtifactReader reader)
    {
        var rows = reader.Integer("rows");
        var count = reader.Integer("columns");
        if (rows is < 0 or > int.MaxValue || count is < 0 or > MostColumns)
        {
            throw TextLists.Disagree("baseline");
        }

        var columns = new List<ColumnStatistics>();
        for (var position = 0; position < count; position++)
        {
            columns.Add(Column(reader.Part(PartName(position))));
        }

        return new((int)rows, columns);
    }

    private static ColumnStatistics Column(IArtifactReader part)
    {
        var column = new ColumnStatistics(part.Text("name") ?? "", (ColumnType)TextLists.Word(part.Text("type") ?? "", typeof(ColumnType)), part.Number("missing"))
        {
            IsWhole = part.Flag("whole"),
            Edges = part.Numbers("edges"),
            Shares = part.Numbers("shares"),
            Frequent = part.Texts("frequent"),
            FrequentShares = part.Numbers("frequent_shares"),
        };
        return IsSound(column) ? column : throw new ArtifactException($"The statistics of column '{column.Name}' in the package are not sound. The file is damaged or was not made by this program; fetch it again from where it was made.");
    }

    private static bool IsSound(ColumnStatistics column)
    {
        var bins = column.Edges.Length == 0 ? 0 : column.Edges.Length - 1;
        return column.MissingShare is >= 0 and <= 1
            && column.Shares.Length == bins
            && column.Edges.Length != 1
            && SoundArrays.AreFinite(column.Edges)
            && SoundArrays.AreAscending(column.Edges)
            && column.Frequent.Count == column.FrequentShares.Length
            && SoundArrays.AreShares(column.Shares)
            && SoundArrays.AreShares(column.FrequentShares);
    }

    private static string PartName(int position) => FormattableString.Invariant($"column_{position}");
}
