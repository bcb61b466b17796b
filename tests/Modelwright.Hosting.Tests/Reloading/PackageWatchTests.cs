using Microsoft.Extensions.Diagnostics.HealthChecks;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Hosting.Tests.Data;

namespace Modelwright.Hosting.Tests.Reloading;

public sealed class PackageWatchTests
{
    private static readonly ColumnSpec Age = new("age", ColumnType.Number);
    private static readonly ColumnSpec Income = new("income", ColumnType.Number);

    [Fact]
    public void Start_PackageThere_IsTaken()
    {
        using var watched = Started();

        Assert.True(watched.Model.IsLoaded);
        Assert.Equal(2, watched.Factor);
        Assert.Equal(Packages.Number(2).ModelId, watched.Model.Current.ModelId);
        Assert.Equal(HandClock.Begin, watched.Model.Current.LoadedAt);
        Assert.Equal([$"Information: Model 'churn' is loaded from {watched.Path}: {watched.Model.Current.ModelId}"], watched.Log.Lines);
    }

    [Fact]
    public void Start_NoPackage_EndsTheStart()
    {
        using var watched = new WatchedModel();

        var error = Assert.Throws<OptionsException>(watched.Watch.Start);

        Assert.Equal($"Package '{watched.Path}' of model 'churn' was not found. Put it there, or mend ModelwrightOptions.Path; a relative path stands against the content root of the app.", error.Message);
    }

    [Fact]
    public void Start_DamagedPackage_EndsTheStart()
    {
        using var watched = new WatchedModel();
        File.WriteAllText(watched.Path, "no package");

        Assert.StartsWith($"{watched.Path}: The package cannot be read: ", Assert.Throws<ArtifactException>(watched.Watch.Start).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Start_LargerThanAllowed_EndsTheStart()
    {
        using var watched = new WatchedModel(options => options.Limits = new() { MaxBytes = 10 });
        Packages.Number(2).Write(watched.Path, 1);

        Assert.Contains("the limit is 10.", Assert.Throws<ArtifactException>(watched.Watch.Start).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_NotRequired_TakesThePackageOnceItIsThere()
    {
        using var watched = new WatchedModel(options => options.RequiredAtStart = false);
        watched.Watch.Start();

        Assert.Equal(HealthStatus.Unhealthy, (await watched.HealthAsync()).Status);
        Assert.Equal(
            $"Model 'churn' is not loaded: Package '{watched.Path}' of model 'churn' was not found. Put it there, or mend ModelwrightOptions.Path; a relative path stands against the content root of the app.",
            Assert.Throws<OptionsException>(() => watched.Factor).Message);
        Assert.StartsWith("Error: Model 'churn' is not loaded (missing): Package ", Assert.Single(watched.Log.Lines), StringComparison.Ordinal);

        watched.LookTwice();
        Packages.Number(3).Write(watched.Path, 1);
        watched.LookTwice();

        Assert.Equal(3, watched.Factor);
        Assert.Equal(HealthStatus.Healthy, (await watched.HealthAsync()).Status);
        Assert.Equal(2, watched.Log.Lines.Count);
    }

    [Fact]
    public void Look_ChangedFile_IsTakenWhenItStandsStill()
    {
        using var watched = Started();
        var before = watched.Model.Current;
        watched.LookTwice();
        Assert.Same(before, watched.Model.Current);

        Packages.Number(3).Write(watched.Path, 2);
        watched.Clock.Advance(TimeSpan.FromMinutes(5));
        watched.Watch.Look();
        Assert.Same(before, watched.Model.Current);
        watched.Watch.Look();

        Assert.Equal(3, watched.Factor);
        Assert.Equal(HandClock.Begin.AddMinutes(5), watched.Model.Current.LoadedAt);
        Assert.Equal(2, before.Predictor.Predict(new { Age = 30, Income = 1 }).Value);
        Assert.Equal($"Information: Model 'churn' was loaded anew from {watched.Path}: {watched.Model.Current.ModelId}", watched.Log.Lines[^1]);
        Assert.Equal(1, watched.Measured.Sum("modelwright.reloads"));
        watched.LookTwice();
        Assert.Equal(1, watched.Measured.Sum("modelwright.reloads"));
    }

    [Fact]
    public void Look_FileWrittenBitByBit_IsReadOnlyWhenWhole()
    {
        using var watched = Started();
        using var whole = new MemoryStream();
        Packages.Number(3).Save(whole);
        var bytes = whole.ToArray();

        for (var part = 1; part <= 10; part++)
        {
            File.WriteAllBytes(watched.Path, bytes[..(bytes.Length * part / 10)]);
            Packages.Touch(watched.Path, 10 + part);
            watched.Watch.Look();
            Assert.Equal(2, watched.Factor);
        }

        watched.Watch.Look();

        Assert.Equal(3, watched.Factor);
        Assert.Equal(0, watched.Measured.Sum("modelwright.reloads.refused"));
    }

    [Fact]
    public async Task Look_DamagedFile_IsRefusedOnceAndTheModelStays()
    {
        using var watched = Started();
        var id = watched.Model.Current.ModelId;
        Damage(Packages.Number(3), watched.Path, 2);

        watched.LookTwice();
        watched.LookTwice();

        Assert.Equal(2, watched.Factor);
        var health = await watched.HealthAsync();
        Assert.Equal(HealthStatus.Degraded, health.Status);
        Assert.StartsWith($"Model 'churn' goes on as it was loaded; its package was refused: {watched.Path}: The package cannot be read: ", health.Description, StringComparison.Ordinal);
        Assert.Equal("damaged", health.Data["refused"]);
        Assert.StartsWith($"Warning: Model 'churn' goes on as it was loaded; its package was refused (damaged): {watched.Path}: The package cannot be read: ", watched.Log.Lines[^1], StringComparison.Ordinal);
        Assert.Equal(2, watched.Log.Lines.Count);
        Assert.Equal([$"modelwright.reloads.refused 1 modelwright.model.name=churn modelwright.model.id={id} error.type=damaged"], Refusals(watched));

        Damage(Packages.Number(4), watched.Path, 3);
        watched.LookTwice();
        Assert.Equal(2, Refusals(watched).Length);

        Packages.Number(3).Write(watched.Path, 4);
        watched.LookTwice();
        Assert.Equal(3, watched.Factor);
        Assert.Equal(HealthStatus.Healthy, (await watched.HealthAsync()).Status);
    }

    [Fact]
    public async Task Look_OtherColumns_IsRefusedWithAllChanges()
    {
        using var watched = Started();
        Packages.Number(3, [Age with { Type = ColumnType.Text }, Income, new("tenure", ColumnType.Number), new("plan", ColumnType.Category) { Levels = ["basic"] }]).Write(watched.Path, 2);

        watched.LookTwice();

        Assert.Equal(2, watched.Factor);
        var health = await watched.HealthAsync();
        Assert.Equal(HealthStatus.Degraded, health.Status);
        Assert.Equal("schema", health.Data["refused"]);
        Assert.Equal(
            $"""
            Model 'churn' goes on as it was loaded; its package was refused: Package '{watched.Path}' does not go with model 'churn' as it is loaded.
            It asks for column 'age' as text, the loaded one as number.
            It asks for column 'tenure' (number), the loaded one does not.
            It asks for column 'plan' (category), the loaded one does not.
            Put a package of the same columns and classes there, or set ModelwrightOptions.AllowOtherSchema where the app is ready for this one.
            """,
            health.Description);
        Assert.EndsWith(" error.type=schema", Assert.Single(Refusals(watched)), StringComparison.Ordinal);
    }

    [Fact]
    public void Look_OtherColumnsAllowed_IsTaken()
    {
        using var watched = Started(options => options.AllowOtherSchema = true);
        Packages.Number(3, [Age, Income, new("tenure", ColumnType.Number)]).Write(watched.Path, 2);

        watched.LookTwice();

        Assert.Equal(9, watched.Model.Predict(new { Age = 30, Income = 1, Tenure = 2 }).Value);
    }

    [Fact]
    public void Look_FewerColumns_IsTaken()
    {
        using var watched = Started();
        Packages.Number(3, [Income]).Write(watched.Path, 2);

        watched.LookTwice();

        Assert.Equal(3, watched.Factor);
    }

    [Fact]
    public void Look_ThousandsOfOtherColumns_TellsTheFirst()
    {
        using var watched = Started();
        Packages.Number(3, [.. Enumerable.Range(0, 3000).Select(place => new ColumnSpec(FormattableString.Invariant($"column_{place}"), ColumnType.Number))]).Write(watched.Path, 2);

        watched.LookTwice();

        var lines = watched.Model.Refused!.Error.Message.Split('\n');
        Assert.Equal(23, lines.Length);
        Assert.Equal("And 2980 more.", lines[^2]);
    }

    [Fact]
    public void Look_OtherTaskOrLostClass_IsRefused()
    {
        using var watched = new WatchedModel();
        Packages.Classes("no", "yes").Write(watched.Path, 1);
        watched.Watch.Start();

        Packages.Classes("no", "maybe").Write(watched.Path, 2);
        watched.LookTwice();
        Assert.Equal("It lacks class 'yes'.", watched.Model.Refused!.Error.Message.Split('\n')[1]);

        Packages.Number(3, [Age]).Write(watched.Path, 3);
        watched.LookTwice();
        Assert.Equal(
            ["It is a model of regression, the loaded one of classification.", "It lacks class 'no'.", "It lacks class 'yes'."],
            watched.Model.Refused!.Error.Message.Split('\n')[1..^1]);
        Assert.Equal("yes", watched.Model.Predict(new { Age = 60, Plan = "gold" }).Label);
    }

    [Fact]
    public async Task Look_FileGoneForAMoment_IsPassedOver()
    {
        using var watched = Started();

        File.Delete(watched.Path);
        watched.Watch.Look();
        Packages.Number(3).Write(watched.Path, 2);
        watched.LookTwice();

        Assert.Equal(3, watched.Factor);
        Assert.Equal(0, watched.Measured.Sum("modelwright.reloads.refused"));
        Assert.Equal(HealthStatus.Healthy, (await watched.HealthAsync()).Status);
    }

    [Fact]
    public async Task Look_FileGoneForLong_IsToldUntilItIsBack()
    {
        using var watched = Started();

        File.Delete(watched.Path);
        watched.LookTwice();
        watched.LookTwice();

        Assert.Equal(2, watched.Factor);
        Assert.Equal(HealthStatus.Degraded, (await watched.HealthAsync()).Status);
        Assert.EndsWith(" error.type=missing", Assert.Single(Refusals(watched)), StringComparison.Ordinal);

        Packages.Number(2).Write(watched.Path, 1);
        watched.LookTwice();
        Assert.Equal(2, watched.Factor);
        Assert.Equal(HealthStatus.Healthy, (await watched.HealthAsync()).Status);
    }

    [Fact]
    public async Task Look_FolderInItsPlace_IsToldOnceAndTriedAgain()
    {
        using var watched = Started();

        File.Delete(watched.Path);
        Directory.CreateDirectory(watched.Path);
        watched.LookTwice();
        watched.LookTwice();

        Assert.Equal(HealthStatus.Degraded, (await watched.HealthAsync()).Status);
        Assert.EndsWith(" error.type=unreadable", Assert.Single(Refusals(watched)), StringComparison.Ordinal);

        Directory.Delete(watched.Path);
        Packages.Number(3).Write(watched.Path, 2);
        watched.LookTwice();
        Assert.Equal(3, watched.Factor);
    }

    [Fact]
    public void Look_ReplacedByRename_IsTaken()
    {
        using var watched = Started();

        Packages.Number(3).Write($"{watched.Path}.next", 2);
        File.Move($"{watched.Path}.next", watched.Path, overwrite: true);
        watched.LookTwice();

        Assert.Equal(3, watched.Factor);
    }

    [Fact]
    public void Look_LinkAboveTheFileMoved_IsTaken()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Look_LinkAboveTheFileMoved_IsTaken makes links, which Windows allows to administrators alone.");
        }

        // As a cluster mounts configuration: the file is a link through a folder that is a link, and only the latter changes.
        using var watched = new WatchedModel();
        var folder = Path.GetDirectoryName(watched.Path)!;
        for (var version = 1; version <= 2; version++)
        {
            var data = Directory.CreateDirectory(Path.Combine(folder, FormattableString.Invariant($"v{version}"))).FullName;
            Packages.Number(1 + version).Write(Path.Combine(data, "churn.mw"), version);
        }

        Directory.CreateSymbolicLink(Path.Combine(folder, "data"), "v1");
        File.CreateSymbolicLink(watched.Path, Path.Combine("data", "churn.mw"));
        watched.Watch.Start();
        Assert.Equal(2, watched.Factor);

        Directory.Delete(Path.Combine(folder, "data"));
        Directory.CreateSymbolicLink(Path.Combine(folder, "data"), "v2");
        watched.LookTwice();

        Assert.Equal(3, watched.Factor);
    }

    private static WatchedModel Started(Action<ModelwrightOptions>? configure = null)
    {
        var watched = new WatchedModel(configure);
        Packages.Number(2).Write(watched.Path, 1);
        watched.Watch.Start();
        return watched;
    }

    private static void Damage(Modelwright.Runtime.Packaging.Package package, string path, int minute)
    {
        package.Save(path);
        var bytes = File.ReadAllBytes(path);
        bytes[^1] ^= 0x10;
        File.WriteAllBytes(path, bytes);
        Packages.Touch(path, minute);
    }

    private static string[] Refusals(WatchedModel watched) =>
        [.. watched.Measured.Lines.Where(line => line.StartsWith("modelwright.reloads.refused ", StringComparison.Ordinal))];
}
