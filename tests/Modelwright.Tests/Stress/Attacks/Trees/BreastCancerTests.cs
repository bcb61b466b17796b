using Modelwright.Stress.Attacks;
using Modelwright.Stress.Attacks.Threats;
using Modelwright.Stress.Attacks.Trees;

namespace Modelwright.Tests.Stress.Attacks.Trees;

/// <summary>What attacks on diagnoses find, beside the truth where that can be had.</summary>
public sealed class BreastCancerTests
{
    private const int Rows = 60;

    [Theory]
    [InlineData(8, 100, 20_000, 50)]
    [InlineData(100, 4, 4_000, 15)]
    public void Attacks_OnForests_BoundTruthAndGreedyAreNear(int trees, int depth, int states, int ended)
    {
        var form = BreastCancer.Forest(trees, depth);
        var model = BreastCancer.Model(form);
        var threat = Threat.Draft(model.Schema, model.Rows);
        AttackTarget target = new(model.Schema, model.Rows, threat, model.AnswerAsBrought, model.Calm) { Form = form };
        var (greedy, exact) = (new List<double>(), new List<double>());
        foreach (var row in Enumerable.Range(0, model.Rows.RowCount).Where(target.IsRight).Take(Rows))
        {
            var changed = target.Open(row).Changed;
            var (before, margins) = (target.Trees!.RowOf(row, changed), target.Trees.Margins(row));
            var found = NearestFlip.Greedy(before, margins, row, TestContext.Current.CancellationToken);
            var truth = NearestFlip.Exact(before, margins, found, states, TestContext.Current.CancellationToken);
            var bound = NearestFlip.Lower(before, margins, TestContext.Current.CancellationToken);

            Assert.NotNull(found);
            Assert.True(bound <= truth.Find!.Distance && truth.Find.Distance <= found.Distance, $"row {row}: bound {bound}, truth {truth.Find.Distance}, greedy {found.Distance}");
            Assert.All((double[][])[found.Point, truth.Find.Point], point =>
            {
                var after = changed.Filled([target.Trees.ChangeOf(point, row, changed)]);
                Assert.Empty(threat.Broken(model.Schema, model.Rows, row, after));
                Assert.True(target.IsFlipped(row, target.Answer(after, CancellationToken.None), 0));
            });
            if (truth.HasEnded)
            {
                greedy.Add(found.Distance);
                exact.Add(truth.Find.Distance);
            }
        }

        Assert.True(exact.Count >= ended, $"{exact.Count} of {Rows} searches ended");
        Assert.True(Median(greedy) <= 1.1 * Median(exact), $"greedy {Median(greedy)}, truth {Median(exact)}");
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
