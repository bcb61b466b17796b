using CsCheck;
using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Validation;
using Modelwright.Validation.Teaching;

namespace Modelwright.Tests.Validation.Teaching;

public sealed class TaughtRowsTests
{
    private static readonly Schema Schema = new([new("x", ColumnType.Number), new("y", ColumnType.Category, ColumnRole.Target) { Levels = ["a", "b", "c"] }]);

    private static LabelledRows Classes(params int[] codes)
    {
        var table = new Table([new NumberColumn("x", [.. codes.Select((_, row) => (double)row)]), new CategoryColumn("y", ["a", "b", "c"], codes)]);
        return new(LearningTask.Classification, Schema, table) { Target = table["y"] };
    }

    private static int Code(TaughtRows taught, int row) => ((CategoryColumn)taught.Rows.Target!).Codes.At(row);

    [Fact]
    public void Teach_Classes_CopiesWeighWhatTheyAreProbable()
    {
        var taught = ClassTeaching.Of(Classes(0, 2), [0.75, 0.25, 0, 0.005, 0.4, 0.595], share: 1);

        Assert.Equal([2, 4, 6], taught.First);
        Assert.Equal([0, 2, 0, 1, 1, 2], Enumerable.Range(0, 6).Select(row => Code(taught, row)));
        double[] expected = [1, 1, 0.75, 0.25, 0.4 / 0.995, 0.595 / 0.995];
        Assert.All(expected.Zip(taught.Rows.Weights!), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
        Assert.Equal([0, 1, 0, 0, 1, 1], Enumerable.Range(0, 6).Select(row => ((NumberColumn)taught.Rows.Table["x"]).Values.At(row)));
    }

    [Fact]
    public void Teach_WithoutATeacher_CopiesSayTheTruth()
    {
        var taught = ClassTeaching.Of(Classes(1, 0), [1, 0, 0, 0, 0, 1], share: 0);

        Assert.Equal(4, taught.Rows.Table.RowCount);
        Assert.Equal([1, 0], Enumerable.Range(2, 2).Select(row => Code(taught, row)));
    }

    [Fact]
    public void Teach_ByHalves_MixesTruthAndAnswers()
    {
        var taught = ClassTeaching.Of(Classes(1), [0.5, 0.5, 0], share: 0.5);

        Assert.Equal([1, 0.25, 0.75], taught.Rows.Weights!);
    }

    [Fact]
    public void Teach_Numbers_MovesTheTargetOfTheCopies()
    {
        var table = new Table([new NumberColumn("y", [1, 2])]);
        var rows = new LabelledRows(LearningTask.Regression, new([new("y", ColumnType.Number, ColumnRole.Target)]), table) { Target = table["y"], Weights = [3, 0.5] };

        var taught = NumberTeaching.Of(rows, [5, 4], share: 0.25);

        Assert.Equal([1, 2, 2, 2.5], Enumerable.Range(0, 4).Select(row => ((NumberColumn)taught.Rows.Target!).Values.At(row)));
        Assert.Equal([3, 0.5, 3, 0.5], taught.Rows.Weights!);
        Assert.Equal([3], taught.CopiesOf([1]));
    }

    [Fact]
    public void Teach_AnyClasses_KeepTheWeightOfTheirRow() => Gen.Select(Gen.Double[0.001, 1].Array[12], Gen.Int[0, 2].Array[4], Gen.Double[0, 1]).Sample((numbers, codes, share) =>
    {
        double[] answers = [.. numbers.Chunk(3).SelectMany(row => row.Select(number => number / row.Sum()))];
        var taught = ClassTeaching.Of(Classes(codes), answers, share);
        return Enumerable.Range(0, 4).All(row => Math.Abs(taught.CopiesOf([row]).Sum(copy => taught.Rows.Weights![copy]) - 1) < 1e-9)
            && taught.Copies.Table.RowCount == taught.First[^1] - 4;
    });
}
