using System.Runtime.Intrinsics.X86;
using CsCheck;
using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms;
using Modelwright.Runtime.Forms.Trees;
using Modelwright.Runtime.Forms.Trees.Codes;

namespace Modelwright.Runtime.Tests.Forms.Trees;

/// <summary>Every layout for single rows gives the bits of a plain walk down each tree.</summary>
public sealed class RowLayoutTests
{
    private const int Kinds = 3;

    [Fact]
    public void LeafBits_TreesOfAnyShape_SameBitsAsTheWalk() =>
        Cases(mostLeaves: 64, mostCopies: 30).Sample(Agrees((trees, _) => LeafBits.Of(trees, width: 1)!), iter: 150);

    [Fact]
    public void CodedPaths_TreesOfAnyShape_SameBitsAsTheWalk()
    {
        SkipWithoutPermute();

        Cases(CodedPaths.MostLeaves, mostCopies: 21).Sample(Agrees((trees, inputs) => CodedPaths.Of(trees, inputs, width: 1) ?? throw new InvalidOperationException("There is no layout.")), iter: 300);
    }

    [Fact]
    public void CodedPaths_LevelsThatNoSetKnows_GoRight()
    {
        SkipWithoutPermute();
        var tree = Category(level: 3);
        var paths = CodedPaths.Of([tree], [new("level", ColumnType.Category, [.. Enumerable.Range(0, 40).Select(level => $"level {level}")])], width: 1)!;

        foreach (var (code, wanted) in ((double, double)[])[(3, 1), (2, 2), (-1, 2), (39, 2), (1e9, 2), (double.NaN, 2)])
        {
            var scores = new double[1];
            paths.AddRow([code], scores);
            Assert.Equal(wanted, scores[0]);
        }
    }

    [Fact]
    public void CodedPaths_MoreThanItCanHold_NoLayout()
    {
        var random = new RandomTrees(4);
        Tree[] small = [random.Next(5, 1)];

        Assert.Null(CodedPaths.Of([random.Next(CodedPaths.MostLeaves + 1, 1)], RandomTrees.Inputs, width: 1));
        Assert.Null(CodedPaths.Of(small, RandomTrees.Inputs, width: 2));
        Assert.Null(CodedPaths.Of([], RandomTrees.Inputs, width: 1));
        Assert.Null(CodedPaths.Of([.. Enumerable.Range(0, 5000).Select(_ => small[0])], RandomTrees.Inputs, width: 1));
        Assert.Null(CodedPaths.Of([Category(level: 255), .. Enumerable.Range(0, 4000).Select(_ => Category(level: 250))], [new("level", ColumnType.Category, [.. Enumerable.Range(0, 256).Select(level => $"{level}")])], width: 1));
    }

    [Fact]
    public void CodedPaths_MoreQuestionsThanTwoVectors_NoLayout()
    {
        var random = new RandomTrees(5);
        Tree[] trees = [.. Enumerable.Range(0, 200).Select(_ => random.Next(30, 1))];

        Assert.Null(CodedPaths.Of([.. trees.Select((tree, place) => Spread(tree, new Random(place), 60))], Inputs(60), width: 1));
    }

    private static Gen<(int Seed, int Leaves, int Trees, int Copies, int Outputs)> Cases(int mostLeaves, int mostCopies) =>
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[1, mostLeaves], Gen.Int[1, 20], Gen.Int[1, mostCopies], Gen.Int[1, 3]);

    private static Func<(int Seed, int Leaves, int Trees, int Copies, int Outputs), bool> Agrees(Func<Tree[], IReadOnlyList<FormInput>, RowLayout> layOut) => it =>
    {
        var random = new RandomTrees(it.Seed);
        var spread = new Random(it.Seed);
        Tree[] trees = [.. Enumerable.Range(0, it.Trees).Select(place => Spread(random.Next(1 + (it.Leaves * (place % 4) / 4), 1), spread, it.Copies))];
        var layout = layOut(trees, Inputs(it.Copies));
        var values = new double[Kinds];
        var bind = new FormInputs("trees", RandomTrees.Inputs);
        for (var time = 0; time < 10; time++)
        {
            double[] row = [.. Enumerable.Range(0, it.Copies).SelectMany(_ => { bind.Bind(random.Rows(1)).Fill(0, 1, values); return values.ToArray(); })];
            var (wanted, got) = (new double[it.Outputs], new double[it.Outputs]);
            for (var tree = 0; tree < trees.Length; tree++)
            {
                wanted[tree % it.Outputs] += trees[tree].Leaves[trees[tree].LeafOf(row)];
            }

            layout.AddRow(row, got);
            if (!wanted.Select(BitConverter.DoubleToInt64Bits).SequenceEqual(got.Select(BitConverter.DoubleToInt64Bits)))
            {
                return false;
            }
        }

        return true;
    };

    // The same tree over many inputs: each question goes to one of the copies of the input that it asked.
    private static Tree Spread(Tree tree, Random random, int copies) => new()
    {
        Feature = [.. tree.Feature.Select(feature => feature + (Kinds * random.Next(copies)))],
        Threshold = tree.Threshold,
        Left = tree.Left,
        Right = tree.Right,
        MissingLeft = tree.MissingLeft,
        CategoryStart = tree.CategoryStart,
        CategoryWords = tree.CategoryWords,
        CategoryBits = tree.CategoryBits,
        Leaves = tree.Leaves,
        Covers = tree.Covers,
    };

    private static FormInput[] Inputs(int copies) =>
        [.. Enumerable.Range(0, copies).SelectMany(copy => RandomTrees.Inputs.Select(input => new FormInput($"{input.Name} {copy}", input.Type, input.Levels)))];

    private static Tree Category(int level) => new()
    {
        Feature = [0],
        Threshold = [0],
        Left = [~0],
        Right = [~1],
        MissingLeft = [false],
        CategoryStart = [0],
        CategoryWords = [(level / 32) + 1],
        CategoryBits = [.. Enumerable.Range(0, (level / 32) + 1).Select(word => word == level / 32 ? 1u << (level % 32) : 0)],
        Leaves = [1, 2],
    };

    private static void SkipWithoutPermute() => Assert.SkipUnless(Avx512Vbmi.IsSupported, "The processor does not permute 64 bytes at once.");
}
