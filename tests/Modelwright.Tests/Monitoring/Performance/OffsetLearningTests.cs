using CsCheck;
using Modelwright.Measures;
using Modelwright.Monitoring.Performance;
using Modelwright.Monitoring.References;

namespace Modelwright.Tests.Monitoring.Performance;

/// <summary>Probabilities that are true on the whole and wrong by a column are put right where rows of one bin come more often.</summary>
public sealed class OffsetLearningTests
{
    private const int Rows = 20_000;

    [Fact]
    public void Fit_ProbabilitiesThatAreWrongByAColumn_AreRightInEachBin()
    {
        var (answers, codes) = Planted(Rows);
        int[] all = [.. Enumerable.Range(0, Rows)];

        var tables = OffsetLearning.Fit(answers, answers.Probabilities, [codes], [2], all);
        var applied = OffsetLearning.Apply(tables, answers.Probabilities, [codes], 2);

        Assert.Equal(2, tables.Length);
        foreach (var (bin, before) in ((int, double)[])[(0, 0.5), (1, 0.5)])
        {
            int[] own = [.. all.Where(row => codes[row] == bin)];
            var truth = own.Average(row => (double)answers.Truth[row]);
            Assert.Equal(before, own.Average(row => answers.Probabilities[(2 * row) + 1]), 12);
            Assert.True(Math.Abs(truth - before) > 0.19, $"The bin {bin} is true in {truth}.");
            Assert.Equal(truth, own.Average(row => applied[(2 * row) + 1]), 0.005);
        }
    }

    [Fact]
    public void Fit_RowsWithoutAValue_HaveAnOffsetOfTheirOwn()
    {
        var (answers, codes) = Planted(Rows);
        int[] missing = Array.ConvertAll(codes, code => code == 1 ? -1 : 0);

        var table = OffsetLearning.Fit(answers, answers.Probabilities, [missing], [1], [.. Enumerable.Range(0, Rows)])[1];

        Assert.Equal(2, table.Offsets[0].Length);
        Assert.True(table.Offsets[0][^1] > 0.5 && table.Offsets[0][0] < -0.5, string.Join(", ", table.Offsets[0]));
    }

    [Fact]
    public void Fit_AFewRowsOfABin_SayLittle()
    {
        var answers = new ClassAnswers(["no", "yes"], [1, 1, 1], [0.5, 0.5, 0.5, 0.5, 0.5, 0.5]);

        var table = OffsetLearning.Fit(answers, answers.Probabilities, [[0, 0, 0]], [1], [0, 1, 2])[1];

        // Three misses of a half over three variances of a quarter and four hundred more; the second round misses a little less.
        const double First = 1.5 / (403 * 0.25);
        Assert.InRange(table.Offsets[0][0], 1.9 * First, 2 * First);
    }

    [Fact]
    public void Fit_VeryManyClasses_HasNoTables()
    {
        var classes = Enumerable.Range(0, OffsetTable.MostClasses + 1).Select(place => $"class {place}").ToArray();
        double[] probabilities = [.. Enumerable.Repeat(1.0 / classes.Length, classes.Length)];

        Assert.Empty(OffsetLearning.Fit(new(classes, [0], probabilities), probabilities, [[0]], [1], [0]));
        Assert.Same(probabilities, OffsetLearning.Apply([], probabilities, [[0]], classes.Length));
    }

    [Fact]
    public void Apply_AnyTables_ClassesSumToOne() =>
        Gen.Select(Gen.Double[0, 1].Array[3], Gen.Double[-5, 5].Array[3], Gen.Double[-5, 5].Array[3]).Where((shares, _, _) => shares.Sum() > 0).Sample(
            (shares, first, last) =>
            {
                double[] calibrated = Array.ConvertAll(shares, share => share / shares.Sum());
                OffsetTable[] tables = [.. first.Zip(last, (value, missing) => new OffsetTable([[value, missing]]))];
                return new[] { 0, -1 }.All(code => Math.Abs(OffsetLearning.Apply(tables, calibrated, [[code]], 3).Sum() - 1) < 1e-12);
            },
            iter: 200);

    // The model says a half of every row; rows of bin 0 are true in 30 %, those of bin 1 in 70 %.
    private static (ClassAnswers Answers, int[] Codes) Planted(int rows)
    {
        var random = new Random(7);
        var codes = new int[rows];
        var truth = new int[rows];
        for (var row = 0; row < rows; row++)
        {
            codes[row] = row % 2;
            truth[row] = random.NextDouble() < (codes[row] == 0 ? 0.3 : 0.7) ? 1 : 0;
        }

        return (new(["no", "yes"], truth, [.. Enumerable.Repeat(0.5, 2 * rows)]), codes);
    }
}
