using CsCheck;
using Modelwright.Core.Data;
using Modelwright.Stress.Poisoning.Poisons;
using Modelwright.Tests.Data;

namespace Modelwright.Tests.Stress.Poisoning;

/// <summary>What holds of every poison, and what each does.</summary>
public sealed class PoisonTests
{
    private static readonly Gen<(int Rows, int Seed, double Share)> Cases = Gen.Select(Gen.Int[20, 200], Gen.Int[0, 1_000], Gen.Double[0.01, 0.4]);

    private static PoisonGround Classes(int rows, int seed) => Ground(SmallTables.ClassesSchema, SmallTables.Classes(rows, seed), seed);

    private static PoisonGround Numbers(int rows, int seed) => Ground(StressTables.NumberSchema, SmallTables.Numbers(rows, seed), seed);

    private static PoisonGround Ground(Schema schema, Table table, int seed) => new(schema, table, () => [.. Enumerable.Range(0, table.RowCount).Select(row => (double)(row * 7 % table.RowCount))], seed);

    private static string?[] Texts(Table table, string name) => [.. Enumerable.Range(0, table.RowCount).Select(table[name].Format)];

    private static HashSet<int> Changed(PoisonGround ground, Table poisoned) =>
        [.. Enumerable.Range(0, ground.Rows.RowCount).Where(row => ground.Target.Format(row) != poisoned[ground.Target.Name].Format(row))];

    [Fact]
    public void Apply_EveryPoison_LeavesTheFeaturesAlone_AndIsTheSameForTheSameSeed() => Cases.Sample(one =>
    {
        foreach (var ground in new[] { Classes(one.Rows, one.Seed), Numbers(one.Rows, one.Seed) })
        {
            foreach (var poison in BuiltInPoisons.All)
            {
                var (rows, touched) = poison.Apply(ground, one.Share);
                Assert.InRange(touched, 0, ground.Rows.RowCount);
                foreach (var name in ground.Rows.Names.Where(name => name != ground.Target.Name))
                {
                    Assert.Equal(Texts(ground.Rows, name), Texts(rows, name).Take(ground.Rows.RowCount));
                }

                Assert.Equal(Texts(rows, ground.Target.Name), Texts(poison.Apply(ground, one.Share).Rows, ground.Target.Name));
            }
        }
    });

    [Fact]
    public void LabelFlips_TouchAsManyAsAsked_AndALargerShareAllThatASmallerOneDoes() => Cases.Sample(one =>
    {
        var ground = Classes(one.Rows, one.Seed);
        var few = Changed(ground, new LabelFlips().Apply(ground, one.Share).Rows);
        var many = Changed(ground, new LabelFlips().Apply(ground, one.Share * 2).Rows);

        Assert.Equal(ground.Count(one.Share), few.Count);
        Assert.Subset(many, few);
    });

    [Fact]
    public void LabelFlips_OfNumbers_PutThemAtTheFarEnd()
    {
        var ground = Numbers(400, 3);
        var (low, middle, high) = ground.Ends();
        var before = ground.Numbers();
        var (rows, touched) = new LabelFlips().Apply(ground, 0.1);
        var after = new PoisonGround(StressTables.NumberSchema, rows, () => [], 0).Numbers();

        Assert.Equal(40, touched);
        Assert.All(Changed(ground, rows), row => Assert.Equal(before[row] < middle ? high : low, after[row]));
    }

    [Fact]
    public void LabelFlips_OfManyClasses_GiveEachOfTheOthers()
    {
        var schema = new Schema([new("x", ColumnType.Number), new("kind", ColumnType.Category, ColumnRole.Target) { Levels = ["a", "b", "c", "unused"] }]);
        var table = new Table([new NumberColumn("x", new double[900]), new CategoryColumn("kind", ["a", "b", "c", "unused"], [.. Enumerable.Range(0, 900).Select(row => row % 3)])]);
        var ground = Ground(schema, table, 1);

        var flips = Changed(ground, new LabelFlips().Apply(ground, 0.5).Rows);
        var codes = new PoisonGround(schema, new LabelFlips().Apply(ground, 0.5).Rows, () => [], 0).Codes();

        Assert.Equal(450, flips.Count);
        Assert.Equal(6, flips.Select(row => (row % 3, codes[row])).Distinct().Count());
        Assert.DoesNotContain(3, codes);
    }

    [Fact]
    public void TargetedFlips_HitTheRarestClassAlone_AndLeaveHalfOfIt()
    {
        var schema = SmallTables.ClassesSchema;
        var some = SmallTables.Classes(600);
        int[] rows = [.. Enumerable.Range(0, 600).Where(row => some["churned"].Format(row) == "no" || row % 4 == 0)];
        var ground = Ground(schema, some.Take(rows), 1);
        var yes = ground.Codes().Count(code => code == 1);

        var (poisoned, touched) = new TargetedFlips().Apply(ground, 0.4);

        Assert.Equal(yes / 2, touched);
        Assert.All(Changed(ground, poisoned), row => Assert.Equal("yes", ground.Target.Format(row)));
    }

    [Fact]
    public void TargetedFlips_OfNumbers_TurnTheHighestToTheLowest()
    {
        var ground = Numbers(400, 3);
        var (poisoned, touched) = new TargetedFlips().Apply(ground, 0.03);

        Assert.Equal(12, touched);
        Assert.True(Changed(ground, poisoned).Min(row => ground.Numbers()[row]) >= ground.Numbers().Order().ElementAt(400 - 12));
    }

    [Fact]
    public void CopiedRows_TheDearestTenTimes_NoLabelWrong()
    {
        var ground = Classes(200, 1);
        var (rows, touched) = new CopiedRows().Apply(ground, 0.1);
        var dearest = ground.Losses.Index().OrderByDescending(entry => entry.Item).Take(2).Select(entry => entry.Index).ToArray();

        Assert.Equal(20, touched);
        Assert.Empty(Changed(ground, rows));
        Assert.Equal(Enumerable.Repeat(dearest, 10).SelectMany(some => some).Select(ground.Rows["income"].Format), Texts(rows, "income").Skip(200));
    }
}
