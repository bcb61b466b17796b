using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Steps.Together;

namespace Modelwright.Runtime.Tests.Steps;

/// <summary>Which results of two numbers are kept, where it is known which matter.</summary>
public sealed class ArithmeticChoiceTests
{
    private const int Count = 3_000;

    /// <summary>Three numbers from 1 to 11 by chance, and a fourth that no table holds.</summary>
    private static readonly double[][] Drawn = Draw(new(1));

    private static double[][] Draw(Random random) => [.. Enumerable.Range(0, 4).Select(_ => Enumerable.Range(0, Count).Select(_ => 1 + (10 * random.NextDouble())).ToArray())];

    private static Table Rows() => new([.. Enumerable.Range(0, 3).Select(column => new NumberColumn($"n{column}", Drawn[column]))]);

    private static NumberColumn Target(Func<int, double> value) => new("y", [.. Enumerable.Range(0, Count).Select(value)]);

    private static string First(Column target) => new Arithmetic { Operations = (ArithmeticOperations)15, Most = 1 }.Fit(new(Rows()) { Target = target }).Step.Outputs.Single().Name;

    [Fact]
    public void Fit_TargetFollowsAResult_ThatResultIsFound()
    {
        Assert.Equal("n0/n2", First(Target(row => Drawn[0][row] / Drawn[2][row])));
        Assert.Equal("n0-n1", First(Target(row => Math.Abs(Drawn[0][row] - Drawn[1][row]))));
    }

    [Fact]
    public void Fit_TargetFollowsOneNumberOrNone_NothingIsMade()
    {
        foreach (var target in (NumberColumn[])[Target(row => Drawn[1][row] + (10 * Drawn[3][row])), Target(row => Drawn[3][row]), Target(_ => 3)])
        {
            Assert.Empty(new Arithmetic { Most = 10 }.Fit(new(Rows()) { Target = target }).Step.Outputs);
        }
    }

    [Fact]
    public void Fit_NoTargetToChooseBy_SaysSo()
    {
        var error = Assert.Throws<DataException>(() => new Arithmetic { Most = 3 }.Fit(new(Rows())));

        Assert.Equal("Step 'arithmetic' needs a target, and there is none. Name one, or leave Most out and name the pairs.", error.Message);
    }

    [Fact]
    public void Fit_MoreThanThereCanBe_SaysTheRange()
    {
        var error = Assert.Throws<OptionsException>(() => new Arithmetic { Most = 51 }.Fit(new(Rows())));

        Assert.Equal("Most of step 'arithmetic' must be from 0 to 50. Got 51. Change it, or leave it out for its default.", error.Message);
    }
}
