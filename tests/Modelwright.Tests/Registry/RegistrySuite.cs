using CsCheck;
using Modelwright.Core.Errors;
using Modelwright.Recording.Runs;
using Modelwright.Registry;
using Modelwright.Stress.Gates;

namespace Modelwright.Tests.Registry;

/// <summary>What the registry promises, in every kind of store.</summary>
public abstract class RegistrySuite : IDisposable
{
    private RegistryPackages? _packages;

    internal abstract RunStore Store { get; }

    internal RegistryPackages Packages => _packages ??= new(Store);

    private ModelRegistry Registry => Packages.Registry;

    public void Dispose()
    {
        _packages?.Dispose();
        Clean();
        GC.SuppressFinalize(this);
    }

    protected virtual void Clean()
    {
    }

    [Fact]
    public void Register_APackage_KeepsWhatItsEvidenceSays()
    {
        var path = Packages.File(1);

        var version = Registry.Register("churn", path, new() { By = "ann", Note = "first" }, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(("churn", 1, "ann", "first", Packages.Clock.Now), (version.Model, version.Version, version.RegisteredBy, version.Note, version.Registered));
        Assert.Equal(("classification", "churned", "roc_auc"), (version.Task, version.Target, version.Metric));
        Assert.Equal(new FileInfo(path).Length, version.Bytes);
        Assert.NotEmpty(version.Figures);
        Assert.Equal(version.ModelId, Registry.LoadPackage("churn", cancellation: TestContext.Current.CancellationToken).ModelId);
        var copy = Packages.Of("copy.mw");
        Registry.CopyPackage("churn@1", copy, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(File.ReadAllBytes(path), File.ReadAllBytes(copy));
    }

    [Fact]
    public void Register_TheSameFileAgain_IsTheSameVersion()
    {
        Packages.Add(1);
        Packages.Add(2);

        var again = Packages.Add(1);

        Assert.Equal(1, again.Version);
        Assert.Equal([2, 1], Registry.Get("churn").Versions.Select(version => version.Version));
        Assert.Equal(2, Registry.Log("churn").Count);
        Assert.Equal(1, Packages.Add(1, "other").Version);
    }

    [Fact]
    public async Task Register_TenAtOnce_GivesEachANumberOfItsOwn()
    {
        var files = Enumerable.Range(1, 10).Select(number => Packages.File(number)).ToArray();
        _ = Registry.Register("churn", files[0], cancellation: TestContext.Current.CancellationToken);

        var versions = await Task.WhenAll(files.Concat(files).Select(file => Task.Run(() => new ModelRegistry(Store).Register("churn", file).Version)));

        Assert.Equal(Enumerable.Range(1, 10), versions.Distinct().Order());
        Assert.Equal(Enumerable.Range(1, 10), Registry.Log("churn").Select(change => change.Position).Order());
    }

    [Fact]
    public void Resolve_NamesAVersionByNumberAliasOrNothing()
    {
        Packages.Add(1);
        Packages.Add(2);
        Packages.Add(3);
        Assert.Equal(3, Registry.Resolve("churn").Version);

        Registry.Promote("churn@2", cancellation: TestContext.Current.CancellationToken);
        Registry.SetAlias("churn@1", "challenger");

        Assert.Equal((2, 2, 1, 3), (Registry.Resolve("churn").Version, Registry.Resolve("churn@champion").Version, Registry.Resolve("churn@challenger").Version, Registry.Resolve("churn@3").Version));
        Assert.Equal("Model 'churn' has no version 9. It has the aliases challenger, champion and the versions 3, 2, 1.", Said(() => Registry.Resolve("churn@9")));
        Assert.Equal("Model 'churn' has no alias 'chalenger'. Did you mean 'challenger'? It has the aliases challenger, champion and the versions 3, 2, 1.", Said(() => Registry.Resolve("churn@chalenger")));
        Assert.Equal("No model 'chrun' is registered. Did you mean 'churn'? 'modelwright models' lists those there are.", Said(() => Registry.Resolve("chrun")));
    }

    [Fact]
    public void Promote_WithoutAPassedTest_IsRefusedUnlessForced()
    {
        Packages.Add(1, passed: false);

        var refused = Registry.Promote("churn@1", cancellation: TestContext.Current.CancellationToken);

        Assert.Equal((false, false, false, (int?)null), (refused.IsChampion, refused.Passed, refused.Forced, refused.Before));
        Assert.Equal(["The test of 1 did not pass its gate.", "'lead' is -1, where at least 0 is asked."], refused.Said);
        Assert.Null(Registry.Get("churn").Champion);
        Assert.Equal("Force needs a reason, which the log keeps. Say why with --reason (PromoteOptions.Reason).", Said(() => Registry.Promote("churn", new() { Force = true })));

        var forced = Registry.Promote("churn@1", new() { Force = true, Reason = "incident", By = "bob" }, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal((true, true), (forced.IsChampion, forced.Forced));
        var change = Registry.Log("churn")[0];
        Assert.Equal((ModelAction.Promote, "champion", 1, true, "incident", "bob"), (change.Action, change.Alias, change.To, change.Forced, change.Reason, change.By));
        Assert.Equal(string.Join('\n', refused.Said), change.Gate);
    }

    [Fact]
    public void Promote_WithoutATest_SaysWhatToDo()
    {
        Packages.Add(1, passed: null);
        Assert.Equal(["The package carries no test about this model and evidence. Run 'modelwright test' with --record on the package and register it again, or give bounds for its figures with --gate."], Registry.Promote("churn", cancellation: TestContext.Current.CancellationToken).Said);
    }

    [Fact]
    public void Promote_ByBounds_JudgesFiguresOfTestAndEvidence()
    {
        Packages.Add(1, passed: false);
        Promotion With(GateRule rule) => Registry.Promote("churn@1", new() { Gate = new([rule]) });

        Assert.False(With(new() { Figure = "lead", AtLeast = 0 }).Passed);
        Assert.False(With(new() { Figure = "roc_auc", AtLeast = 1.1 }).Passed);
        Assert.False(With(new() { Figure = "absent", AtLeast = 0 }).Passed);
        Assert.True(With(new() { Figure = "roc_auc", AtLeast = 0 }).Passed);
    }

    [Fact]
    public void Rollback_GoesBackStepByStep()
    {
        foreach (var number in (int[])[1, 2, 3])
        {
            Packages.Add(number);
            Registry.Promote(FormattableString.Invariant($"churn@{number}"), cancellation: TestContext.Current.CancellationToken);
        }

        Assert.Equal(2, Registry.Rollback("churn", "ann", "worse").Version);
        Assert.Equal(1, Registry.Rollback("churn").Version);
        Assert.Equal("Model 'churn' has no earlier champion to go back to. 'modelwright models log churn' shows what there was; promote a version instead.", Said(() => Registry.Rollback("churn")));
        Assert.Equal((ModelAction.Rollback, 3, 2, "worse"), Registry.Log("churn") is var log ? (log[1].Action, log[1].From, log[1].To, log[1].Reason) : default);
    }

    [Fact]
    public void Remove_AVersionWithAnAlias_IsRefused_AndNumbersAreNotGivenAgain()
    {
        Packages.Add(1);
        Packages.Add(2);
        Registry.SetAlias("churn@2", "challenger");
        Assert.Equal("churn@2 is what 'challenger' of the model points at. Point it at another version first.", Said(() => Registry.Remove("churn@2")));

        Registry.RemoveAlias("churn", "challenger");
        Registry.Remove("churn@2", reason: "old");
        Registry.Remove("churn@1");

        Assert.Empty(Registry.List());
        Assert.Equal(2, Registry.Log("churn").Count(change => change.Action == ModelAction.Remove && change.Sha256 is not null));
        Assert.Equal(3, Packages.Add(2).Version);
    }

    [Theory]
    [InlineData("CON")]
    [InlineData("nul.mw")]
    [InlineData("Com1.x.y")]
    public void Names_OfDevices_AreRefused(string name)
    {
        var file = Packages.File(1);
        Assert.Equal($"'{name}' cannot name a model: Windows keeps '{name.Split('.')[0]}' for a device, whatever follows it. Choose another name.", Said(() => Registry.Register(name, file)));
        Assert.Equal(1, Registry.Register("console", file, cancellation: TestContext.Current.CancellationToken).Version);
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("../x")]
    [InlineData(".hidden")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a b")]
    [InlineData("a\n")]
    [InlineData("ä")]
    [InlineData("x'; DROP TABLE models; --")]
    [InlineData("a@b@c")]
    public void Names_ThatAreNone_AreRefused(string name)
    {
        var file = Packages.File(1);
        Assert.Contains("cannot name a model. A name has 1 to 100 letters a-z, digits, '-', '_' or '.', and begins with a letter or digit.", Said(() => Registry.Register(name, file)), StringComparison.Ordinal);
        Assert.Contains("names no version of a model.", Said(() => Registry.Resolve(name)), StringComparison.Ordinal);
        Assert.Contains("cannot be an alias.", Said(() => Registry.SetAlias("churn", name)), StringComparison.Ordinal);
    }

    [Fact]
    public void Register_SeveralFaults_AreToldTogether()
    {
        var said = Said(() => Registry.Register(new string('a', 101), "absent.mw", new() { By = "a\tb", Note = "", Run = "../x" }));
        Assert.Equal(4, said.Split('\n').Length);
        Assert.Equal("Package 'absent.mw' was not found. Check the path.", Said(() => Registry.Register("churn", "absent.mw")));
        Assert.Contains("'champion' is set by promotion", Said(() => Registry.SetAlias("churn", "champion")), StringComparison.Ordinal);
        Assert.Contains("and is no number.", Said(() => Registry.SetAlias("churn", "12")), StringComparison.Ordinal);
    }

    /// <summary>Whatever is done in whatever order: aliases stand at versions that exist, and the log, read from its start, gives what is there.</summary>
    [Fact]
    public void Log_OfAnyChanges_ReplaysToWhatIsThere() => Gen.Select(Gen.Int[0, 5], Gen.Int[1, 4]).Array[1, 12].Sample(
        steps =>
        {
            var name = FormattableString.Invariant($"m{Guid.NewGuid():N}");
            Packages.Add(1, name);
            foreach (var (action, number) in steps)
            {
                Try(() => Do(name, action, number));
            }

            var (versions, aliases) = Replayed(Registry.Log(name).Reverse());
            Assert.Equal(versions, Registry.List().FirstOrDefault(model => model.Name == name)?.Versions.Select(version => version.Version).Order() ?? Enumerable.Empty<int>());
            Assert.All(aliases.Values, version => Assert.Contains(version, versions));
            Assert.Equal(aliases, versions.Count == 0 ? [] : Registry.Get(name).Aliases);
        },
        iter: 12,
        threads: 1);

    private static (SortedSet<int> Versions, SortedDictionary<string, int> Aliases) Replayed(IEnumerable<ModelChange> log)
    {
        var (versions, aliases) = (new SortedSet<int>(), new SortedDictionary<string, int>(StringComparer.Ordinal));
        foreach (var change in log)
        {
            switch (change.Action)
            {
                case ModelAction.Register:
                    versions.Add(change.To!.Value);
                    break;
                case ModelAction.Remove:
                    versions.Remove(change.From!.Value);
                    break;
                case ModelAction.Unalias:
                    aliases.Remove(change.Alias!);
                    break;
                default:
                    Assert.Equal(aliases.TryGetValue(change.Alias!, out var before) ? before : null, change.From);
                    aliases[change.Alias!] = change.To!.Value;
                    break;
            }
        }

        return (versions, aliases);
    }

    private void Do(string name, int action, int number)
    {
        var version = FormattableString.Invariant($"{name}@{number}");
        _ = action switch
        {
            0 => Packages.Add(number, name).Version,
            1 => Registry.Promote(version).Version.Version,
            2 => Registry.Rollback(name).Version,
            3 => Registry.SetAlias(version, "challenger").Version,
            4 => Registry.Remove(version).Version,
            _ => Registry.RemoveAlias(name, "challenger").Version,
        };
    }

    private static void Try(Action action)
    {
        try
        {
            action();
        }
        catch (OptionsException)
        {
            // What cannot be done changes nothing.
        }
    }

    internal static string Said(Action action) => Assert.Throws<OptionsException>(action).Message;
}
