using Modelwright.Cli.Hosting;

namespace Modelwright.Cli.Tests.Verbs;

/// <summary>Two small models, trained once for all tests that need one.</summary>
public sealed class TrainedPackage : IAsyncLifetime
{
    private readonly TempFolder _folder = new();

    /// <summary>Rows with the target 'label', classes "no" and "yes".</summary>
    public string ClassFile { get; private set; } = "";

    /// <summary>Rows with the target 'amount'.</summary>
    public string NumberFile { get; private set; } = "";

    public string ClassPackage => Path.Combine(_folder.Path, "classes", "model.mw");

    public string NumberPackage => Path.Combine(_folder.Path, "numbers", "model.mw");

    public async ValueTask InitializeAsync()
    {
        ClassFile = _folder.Write("classes.csv", Rows.Classes(120));
        NumberFile = _folder.Write("numbers.csv", Rows.Numbers(120));
        await TrainAsync(ClassFile, "label", "classes");
        await TrainAsync(NumberFile, "amount", "numbers");
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task TrainAsync(string file, string target, string name)
    {
        var host = new TestHost();
        var code = await host.RunAsync("train", file, "--target", target, "--trials", "2", "--out", Path.Combine(_folder.Path, name));
        Assert.True(code == ExitCode.Done, host.Error);
    }
}
