using System.Globalization;
using Modelwright.Machine;
using Modelwright.Recording.Journals;
using Modelwright.Tests.Recording.Runs;

namespace Modelwright.Tests.Machine;

public sealed class StoreCheckTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private MachineCheck Look() => MachineInspection.OfStore(_folder.Store);

    [Fact]
    public void Store_NoneYet_IsWell()
    {
        Assert.Equal(("store", CheckState.Ok, $"{_folder.File}, none yet", null), (Look().Name, Look().State, Look().Found, Look().Remedy));
        Assert.False(File.Exists(_folder.File));
    }

    private string Size => (new FileInfo(_folder.File).Length / 1e6).ToString("0.0", CultureInfo.InvariantCulture);

    [Fact]
    public void Store_Sound_IsWellOpenOrNot()
    {
        using (_folder.Store.OpenToWrite())
        {
            Assert.Equal(CheckState.Ok, Look().State);
        }

        Assert.Equal((CheckState.Ok, $"{_folder.File}, {Size} MB"), (Look().State, Look().Found));
    }

    [Fact]
    public void Store_WithUnfinishedRuns_CountsThem()
    {
        _folder.Store.OpenToWrite().Dispose();
        RunJournal.Begin(_folder.Path, new() { Id = "20260314-091500-7f3a", Started = DateTimeOffset.UnixEpoch, Options = new Dictionary<string, string>() }, new()).Dispose();

        Assert.Equal((CheckState.Warning, $"{_folder.File}, {Size} MB, unfinished runs: 1"), (Look().State, Look().Found));
        Assert.Equal("'modelwright runs' names them. Go on with each by the call that began it and --resume, or take it out by 'modelwright runs --delete ID'.", Look().Remedy);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no database")]
    public void Store_ThatIsNone_IsAWarning(string text)
    {
        File.WriteAllText(_folder.File, text);
        Assert.Equal((CheckState.Warning, $"{_folder.File} is no store of runs", "Move the file away, or name another one with --store or MODELWRIGHT_STORE."), (Look().State, Look().Found, Look().Remedy));
    }

    [Fact]
    public void Store_OfAnotherProgram_IsAWarning()
    {
        _folder.Run("CREATE TABLE orders (id INTEGER)");
        Assert.Equal((CheckState.Warning, $"{_folder.File} is no store of runs"), (Look().State, Look().Found));
    }
}
