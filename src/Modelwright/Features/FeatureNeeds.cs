using Modelwright.Core.Data;
using Modelwright.Core.Learning;

namespace Modelwright.Features;

/// <summary>All that the choice of steps rests on.</summary>
/// <param name="Columns">The columns to be used.</param>
/// <param name="RowCount">Rows seen.</param>
/// <param name="Learner">What the learner takes.</param>
/// <param name="Variant">The way to plan.</param>
/// <param name="CanEncode">Whether the target lets categories be encoded by it.</param>
internal sealed record FeatureNeeds(IReadOnlyList<ColumnFacts> Columns, int RowCount, LearnerInfo Learner, FeatureVariant Variant, bool CanEncode)
{
    /// <summary>Values that all columns of one kind may take together (terms of texts, items of lists, runs of characters, figures of groups): 80 MB.</summary>
    private const int MostValues = 10_000_000;

    private const int LeastTerms = 20;

    /// <summary>Levels up to which a learner that splits categories is given them as they are: among more it finds groups that are chance.</summary>
    internal const int MostLevels = 500;

    /// <summary>Numbers that the target is made of: one less than its classes, at least 1.</summary>
    internal int Outputs { get; init; } = 1;

    internal bool TakesCategories => Learner.Takes.Contains(ColumnType.Category);

    /// <summary>Free texts: those that are no list and no place.</summary>
    internal string[] Texts => Names(ColumnType.Text, column => column.Kind == ColumnKind.Plain);

    internal string[] Names(ColumnType type) => Names(type, _ => true);

    internal string[] Names(ColumnType type, Func<ColumnFacts, bool> wanted) =>
        [.. Columns.Where(column => column.Type == type && wanted(column)).Select(column => column.Name)];

    /// <summary>Whether a type must be turned into numbers for the learner.</summary>
    internal bool MustTurn(ColumnType type) => !Learner.Takes.Contains(type);

    /// <summary>Whether a category has so many levels that each has too few rows to be learned by itself.</summary>
    internal bool IsManyLevelled(ColumnFacts column) => column.LevelCount > MostLevels || (column.LevelCount > 50 && column.LevelCount > RowCount / 10);

    /// <summary>Terms for each of a number of texts.</summary>
    internal int MaxTerms(int texts)
    {
        var room = ColumnRoom / Math.Max(1, texts);
        return Math.Min(Variant.MaxTerms, Math.Max(LeastTerms, room));
    }

    /// <summary>Columns of one kind that there is memory for.</summary>
    internal int ColumnRoom => MostValues / Math.Max(1, RowCount);

    /// <summary>Texts that a term must stand in: more where there are more.</summary>
    internal int MinDocuments => Math.Clamp(3 + (RowCount / 2000), 3, 20);
}
