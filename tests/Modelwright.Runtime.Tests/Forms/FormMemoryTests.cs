using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms;
using Modelwright.Runtime.Forms.Blend;
using Modelwright.Runtime.Forms.Linear;
using Modelwright.Runtime.Forms.Trees;

namespace Modelwright.Runtime.Tests.Forms;

/// <summary>What a form takes to read and to ask stays within a small multiple of what it holds, whoever made it.</summary>
public sealed class FormMemoryTests
{
    private const long Megabyte = 1 << 20;

    [Fact]
    public void PredictProbabilities_OneRowOfManyClasses_TakesRoomForOneRow()
    {
        string[] classes = [.. Enumerable.Range(0, 50_000).Select(place => FormattableString.Invariant($"{place}"))];
        var form = new ClassLinearForm(new([], [], new double[classes.Length]), classes, ProbabilityLink.Softmax);
        var output = new double[classes.Length];

        var taken = Allocated(() => form.PredictProbabilities(new Table([], 1), output));

        Assert.InRange(taken, 0, 4 * Megabyte);
        Assert.Equal(1 / 50_000.0, output[49_999], 1e-12);
    }

    [Fact]
    public void Blend_ManyMembersWithManyLevels_CostsNoMoreThanTheirSum()
    {
        string[] many = [.. Enumerable.Range(0, 20_000).Select(place => FormattableString.Invariant($"level {place}"))];
        IForm[] members = [WithLevels(many), .. Enumerable.Range(0, 500).Select(member => WithLevels([FormattableString.Invariant($"other {member}")]))];
        double[] weights = [1, .. new double[500]];

        var taken = Allocated(() => Assert.Equal(20_500, new NumberBlendForm(members, weights).Info.Inputs[0].Levels.Count));

        Assert.InRange(taken, 0, 8 * Megabyte);
    }

    [Fact]
    public void Blend_LevelsOfItsMembers_AreJoinedInTheOrderInWhichTheyCome()
    {
        var blend = new NumberBlendForm([WithLevels(["b", "a"]), WithLevels(["c", "a"]), WithLevels(["d"])], [0.5, 0.25, 0.25]);

        Assert.Equal(["b", "a", "c", "d"], Assert.Single(blend.Info.Inputs).Levels);
    }

    private static NumberTreesForm WithLevels(string[] levels) => new(new([new FormInput("plan", ColumnType.Category, levels)], [Tree.SingleLeaf(1)]));

    private static long Allocated(Action action)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
