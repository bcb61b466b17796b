using Modelwright.Core.Data;
using Modelwright.Splits;

namespace Modelwright.Validation;

/// <summary>How rows are parted for out-of-fold answers: several folds, or one part held out.</summary>
internal sealed class Partition
{
    private readonly int[] _positions;

    private Partition(IReadOnlyList<Split> splits, int rowCount, PartitionPlan plan)
    {
        Splits = splits;
        Plan = plan;
        _positions = new int[rowCount];
        Array.Fill(_positions, -1);
        foreach (var row in splits.SelectMany(split => split.Test))
        {
            _positions[row] = 0;
        }

        var covered = new List<int>(rowCount);
        for (var row = 0; row < rowCount; row++)
        {
            if (_positions[row] == 0)
            {
                _positions[row] = covered.Count;
                covered.Add(row);
            }
        }

        Covered = [.. covered];
    }

    /// <summary>What makes the same partition again.</summary>
    public PartitionPlan Plan { get; }

    /// <summary>The splits; each row is in the test part of at most one, where folds are repeated once in each round.</summary>
    public IReadOnlyList<Split> Splits { get; }

    /// <summary>The rows that get an out-of-fold answer, ascending.</summary>
    public int[] Covered { get; }

    /// <summary>Whether the models of all splits together have seen every row, so that their mean can be shipped.</summary>
    public bool IsBag => Plan.MayBeBag && Splits.Count > 1 && Covered.Length == _positions.Length;

    /// <summary>
    /// For each covered row a number from 0, the same for rows that are tested together; of repeated folds those of the first
    /// round. Where there are very many splits several have one number, so that whatever leaves one out in turn ends in time.
    /// </summary>
    public int[] FoldOf()
    {
        const int MostFolds = 20;
        const int FewFolds = 10;
        var round = Splits.Count / Plan.Repeats;
        var folds = new int[Covered.Length];
        for (var split = 0; split < round; split++)
        {
            foreach (var row in Splits[split].Test)
            {
                folds[_positions[row]] = round > MostFolds ? split % FewFolds : split;
            }
        }

        return folds;
    }

    /// <summary>Where a covered row stands in <see cref="Covered"/>.</summary>
    public int PositionOf(int row) => _positions[row];

    /// <summary>Parts rows as a plan says.</summary>
    public static Partition Make(PartitionPlan plan, LabelledRows rows, int seed)
    {
        var splitter = BuiltInSplitters.Get(plan.Splitter);
        var request = new SplitRequest(rows.Table.RowCount)
        {
            Target = rows.Target,
            Groups = Single(rows, ColumnRole.Group),
            Times = Single(rows, ColumnRole.Time),
            Seed = seed,
            Folds = plan.Folds,
            TestShare = plan.TestShare,
            Repeats = plan.Repeats,
            Gap = plan.Gap is { } gap ? TimeGap.Parse(gap, "gap") : null,
            Embargo = plan.Embargo is { } embargo ? TimeGap.Parse(embargo, "embargo") : null,
        };
        return new(splitter.Split(request), rows.Table.RowCount, plan);
    }

    /// <summary>The same test sides with other training rows.</summary>
    /// <param name="change">Gets the training rows and the number of a split, and gives those to train on.</param>
    public Partition WithTraining(Func<int[], int, int[]> change) =>
        new([.. Splits.Select((split, number) => split with { Training = change(split.Training, number) })], _positions.Length, Plan);

    private static Column? Single(LabelledRows rows, ColumnRole role) =>
        rows.Schema.WithRole(role).FirstOrDefault() is { } spec ? rows.Table[spec.Name] : null;
}
