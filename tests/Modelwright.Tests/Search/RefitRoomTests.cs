using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Search;
using Modelwright.Tests.Data;
using Modelwright.Validation;

namespace Modelwright.Tests.Search;

public sealed class RefitRoomTests
{
    private const int All = 1_000;

    // Two numbers, which the learner takes as they are, and a category, whose codes are made anew: 4 bytes a row.
    private static readonly LabelledRows Rows = new(
        LearningTask.Classification,
        new Schema([new("a", ColumnType.Number), new("b", ColumnType.Number), new("c", ColumnType.Category) { Levels = ["x"] }, new("y", ColumnType.Category, ColumnRole.Target) { Levels = ["no", "yes"] }]),
        new Table([new NumberColumn("a", new double[All]), new NumberColumn("b", new double[All]), new CategoryColumn("c", ["x"], new int[All]), new CategoryColumn("y", ["no", "yes"], new int[All])]));

    [Fact]
    public void RowsFor_NoLimit_All() => Assert.Equal(All, Most(long.MaxValue));

    [Fact]
    public void RowsFor_AllFitAsTheyLie_All() => Assert.Equal(All, Most(500 + (4 * All)));

    // Below that rows are copied as well: 8 bytes a number, 4 a category.
    [Fact]
    public void RowsFor_OneByteLess_AsManyAsCanBeCopied() => Assert.Equal((4 * All - 1) / (4 + 8 + 8 + 4 + 4), Most(500 + (4 * All) - 1));

    [Fact]
    public void RowsFor_NothingFits_One() => Assert.Equal(1, Most(10));

    private static int Most(long bytes)
    {
        var learner = new ShareLearner("fixed") { Cost = new(1, 500) };
        return new RefitRoom(Rows, bytes).RowsFor(new Candidate(learner, ParameterValues.Default, 1, 0));
    }
}
