using Modelwright.Tests.Data;
using Modelwright.Validation;
using Modelwright.Validation.Schemes;

namespace Modelwright.Tests.Validation;

public sealed class PartitionTests
{
    [Fact]
    public void Make_Folds_CoverEveryRowOnce()
    {
        var partition = Partition.Make(new("stratified", 5, 0), SmallTables.LabelledClasses(103), seed: 3);
        Assert.True(partition.IsBag);
        Assert.Equal(Enumerable.Range(0, 103), partition.Covered);
        Assert.Equal(103, partition.Splits.Sum(split => split.Test.Length));
    }

    [Fact]
    public void Make_Holdout_CoversOnlyItsTestSide()
    {
        var partition = Partition.Make(new("holdout", 1, 0.2), SmallTables.LabelledClasses(100), seed: 3);
        Assert.False(partition.IsBag);
        Assert.Equal(partition.Splits[0].Test.Order(), partition.Covered);
        Assert.Equal(0, partition.PositionOf(partition.Covered[0]));
        Assert.Equal(-1, partition.PositionOf(partition.Splits[0].Training[0]));
    }

    [Fact]
    public void SealedHoldout_FewRows_SealsNone()
    {
        var (development, isSealed) = SealedHoldout.Part(SmallTables.LabelledClasses(1_999), seed: 0, ValidationScheme.Usual);
        Assert.Equal(1_999, development.Length);
        Assert.Empty(isSealed);
    }

    [Fact]
    public void SealedHoldout_ManyRows_SealsAFifthApart()
    {
        var (development, isSealed) = SealedHoldout.Part(SmallTables.LabelledClasses(3_000), seed: 0, ValidationScheme.Usual);
        Assert.InRange(isSealed.Length, 598, 602);
        Assert.Equal(Enumerable.Range(0, 3_000), development.Concat(isSealed).Order());
    }
}
