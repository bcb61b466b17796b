using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Learners;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Prediction;
using Modelwright.Tests.Data;

namespace Modelwright.Tests.Monitoring.Requests;

/// <summary>A small package that requests are logged for, trained once.</summary>
public sealed class LogFixture : IAsyncLifetime
{
    internal Package Package { get; private set; } = null!;

    internal Predictor Predictor { get; private set; } = null!;

    internal static Table Rows(int count, int seed = 3) => SmallTables.Classes(count, seed).Without(["churned"]);

    public async ValueTask InitializeAsync()
    {
        var training = new Training(SmallTables.Classes(200), "churned") { Learners = new LearnerCatalog().AddBuiltIn(), Only = ["linear"], Trials = 1, Threads = 1 };
        Package = (await training.RunAsync()).Package;
        Predictor = new(Package);
    }

    public ValueTask DisposeAsync()
    {
        Predictor.Dispose();
        return ValueTask.CompletedTask;
    }
}
