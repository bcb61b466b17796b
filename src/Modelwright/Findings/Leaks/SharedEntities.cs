using Modelwright.Core.Data;
using Modelwright.Profile;
using Modelwright.Profile.Relations;

namespace Modelwright.Findings.Leaks;

/// <summary>
/// Columns whose values name things that several rows are of, such as patients or households: rows of one are alike in other
/// columns too, so random folds put one thing on both sides.
/// </summary>
internal sealed class SharedEntities : ILeakCheck
{
    private const int FewestEntities = 30;
    private const double MostRowsOfEntity = 50;
    private const double LeastShared = 0.05;
    private const int MostPairs = 4_000;

    /// <summary>How far the partner is that a row is compared with by chance; a prime, so that the partners are spread.</summary>
    private const int Stride = 7_919;

    /// <summary>Columns in which two rows of one thing must be alike, though two of any need not.</summary>
    private const int LeastAlike = 2;
    private const double Alike = 0.9;
    private const double MostAlikeByChance = 0.6;

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(LeakGround ground, IReadOnlySet<string> accused)
    {
        if (ground.Rows.Schema.WithRole(ColumnRole.Group).Any())
        {
            yield break;
        }

        foreach (var column in ground.Columns.Where(IsName).Where(column => !accused.Contains(column.Name)))
        {
            ground.Cancellation.ThrowIfCancellationRequested();
            if (OfColumn(ground, column) is { } finding)
            {
                yield return finding;
            }
        }
    }

    // Times and fractions measure; they name nothing.
    private static bool IsName(GroundColumn column) => column.Whole switch
    {
        NumberColumn numbers => column.Bins is { IsExact: false } && Array.TrueForAll(Binning.Values((NumberColumn)column.Sampled), value => double.IsNaN(value) || Math.Floor(value) == value) && numbers.RowCount > 0,
        TimeColumn => false,
        _ => true,
    };

    private static Finding? OfColumn(LeakGround ground, GroundColumn column)
    {
        var counted = ground.Counted < column.Whole.RowCount ? column.Whole.Take([.. Enumerable.Range(0, ground.Counted)]) : column.Whole;
        var (codes, count) = ValueCodes.Of(counted);
        var sizes = new int[count];
        for (var row = 0; row < codes.Length; row++)
        {
            sizes[codes[row]] += counted.IsMissing(row) ? 0 : 1;
        }

        var entities = sizes.Count(size => size > 0);
        var shared = sizes.Where(size => size > 1).Sum();
        if (entities < FewestEntities || shared < LeastShared * codes.Length || sizes.Sum() > MostRowsOfEntity * entities)
        {
            return null;
        }

        var alike = AlikeColumns(ground, column.Name, codes, sizes);
        if (alike.Count < LeastAlike)
        {
            return null;
        }

        var groups = sizes.Count(size => size > 1);
        return new(
            FindingSeverity.Warning,
            "shared_entities",
            column.Name,
            $"'{column.Name}' names {entities} things, {groups} of which have several rows ({shared} of {codes.Length}); rows of one are alike in {string.Join(", ", alike.Take(4).Select(name => $"'{name}'"))}{(alike.Count > 4 ? $" and {alike.Count - 4} more" : "")}. Random folds put the same thing into training and validation.",
            $"If a model is to answer for things it has not seen, keep them together: --group {column.Name}.")
        { Measured = new Dictionary<string, double> { ["entities"] = entities, ["with_several_rows"] = groups, ["rows_shared"] = shared } };
    }

    private static List<string> AlikeColumns(LeakGround ground, string name, int[] codes, int[] sizes)
    {
        var pairs = Pairs(codes, sizes);
        var alike = new List<string>();
        if (pairs.Count == 0)
        {
            return alike;
        }

        int[] ones = [.. pairs.Select(pair => pair.One)];
        int[] others = [.. pairs.Select(pair => pair.Other)];
        foreach (var column in ground.Columns.Where(column => column.Name != name))
        {
            // Both rows of each pair, so that one numbering of values serves both.
            var values = ValueCodes.Of(column.Whole.Take([.. ones, .. others])).Codes;
            var (within, across) = (0, 0);
            for (var pair = 0; pair < ones.Length; pair++)
            {
                within += values[pair] == values[ones.Length + pair] ? 1 : 0;
                across += values[pair] == values[ones.Length + (int)((((long)pair * Stride) + 1) % ones.Length)] ? 1 : 0;
            }

            if (within >= Alike * ones.Length && across <= MostAlikeByChance * ones.Length)
            {
                alike.Add(column.Name);
            }
        }

        return alike;
    }

    // A row and the next one of the same thing, spread over the file.
    private static List<(int One, int Other)> Pairs(int[] codes, int[] sizes)
    {
        var last = new int[sizes.Length];
        Array.Fill(last, -1);
        var pairs = new List<(int, int)>();
        for (var row = 0; row < codes.Length; row++)
        {
            if (sizes[codes[row]] > 1)
            {
                if (last[codes[row]] >= 0)
                {
                    pairs.Add((last[codes[row]], row));
                }

                last[codes[row]] = row;
            }
        }

        var stride = Math.Max(1, pairs.Count / MostPairs);
        return [.. pairs.Where((_, place) => place % stride == 0)];
    }
}
