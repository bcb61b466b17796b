using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Learners;
using Modelwright.Monitoring;
using Modelwright.Runtime.Packaging;
using Modelwright.Tests.Data;

namespace Modelwright.Tests.Monitoring;

/// <summary>Two small models with references on rows that they had not seen, made once.</summary>
public sealed class Monitored : IAsyncLifetime
{
    public Package Classes { get; private set; } = null!;

    public Package Numbers { get; private set; } = null!;

    public MonitorReference ClassReference { get; private set; } = null!;

    public MonitorReference NumberReference { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Classes = await TrainAsync(Noisy(1500, 1), "churned");
        Numbers = await TrainAsync(SmallTables.Numbers(800), "answer");
        // So many that what the reference estimates is not itself off by a point by chance.
        ClassReference = MonitorReference.Learn(Classes, Noisy(16_000, 2));
        NumberReference = MonitorReference.Learn(Numbers, SmallTables.Numbers(3000, seed: 2));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Two classes that no model tells apart without faults, and a column that tells nothing.</summary>
    internal static Table Noisy(int rows, int seed, Func<double, double>? age = null, double flipped = 0, double useless = 0)
    {
        var random = new Random(seed);
        var (ages, plans, others, labels) = (new double[rows], new string?[rows], new double[rows], new string?[rows]);
        for (var row = 0; row < rows; row++)
        {
            ages[row] = 18 + (62 * (age?.Invoke(random.NextDouble()) ?? random.NextDouble()));
            plans[row] = random.Next(3) switch { 0 => "basic", 1 => "plus", _ => "pro" };
            others[row] = useless + random.NextDouble() + random.NextDouble() + random.NextDouble();
            var chance = 1 / (1 + Math.Exp(-((0.12 * (ages[row] - 45)) + (plans[row] == "pro" ? 1.0 : 0))));
            labels[row] = (random.NextDouble() < chance) ^ (random.NextDouble() < flipped) ? "yes" : "no";
        }

        return new([new NumberColumn("age", ages), CategoryColumn.FromTexts("plan", plans), new NumberColumn("other", others), CategoryColumn.FromTexts("churned", labels)]);
    }

    private static async Task<Package> TrainAsync(Table table, string target) =>
        (await new Training(table, target) { Learners = new LearnerCatalog().AddBuiltIn(), Trials = 1, Only = ["linear"] }.RunAsync()).Package;
}
