using CsCheck;
using Modelwright.Core.Errors;
using Modelwright.Recording.Journals;
using Modelwright.Recording.Runs;
using Modelwright.Tests.Recording.Runs;

namespace Modelwright.Tests.Recording.Journals;

public sealed class RunJournalTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static RunStart Start(string id = "20260314-091500-7f3a") => new() { Id = id, Started = DateTimeOffset.UnixEpoch, Options = new Dictionary<string, string> { ["seed"] = "1" } };

    private RunJournal Begun(params (string Key, byte[] Body)[] entries)
    {
        var journal = RunJournal.Begin(_folder.Path, Start(), new());
        foreach (var (key, body) in entries)
        {
            journal.Put(key, body.Length, () => EntryBody.Of(body));
        }

        return journal;
    }

    private RunJournal Resumed() => RunJournal.Resume(_folder.Path, Start().Id, new());

    [Fact]
    public void Entries_OfAnyContent_ComeBack() => Gen.Select(Gen.String[0, 200], Gen.Byte.Array[0, 4_000]).List[1, 6].Sample(
        entries =>
        {
            using var folder = new StoreFolder();
            using (var journal = RunJournal.Begin(folder.Path, Start(), new()))
            {
                foreach (var (key, body) in entries)
                {
                    journal.Put(key, body.Length, () => EntryBody.Of(body));
                }
            }

            using var again = RunJournal.Resume(folder.Path, Start().Id, new());
            foreach (var (key, _) in entries.Where(entry => IsText(entry.Item1)))
            {
                Assert.Equal(entries.Last(entry => entry.Item1 == key).Item2, again.Get(key));
            }
        },
        iter: 50);

    [Fact]
    public void Entry_CutOrFlippedAnywhere_IsAbsentAndTheOthersAreThere()
    {
        Begun(("a", [1, 2, 3, 4, 5]), ("b", [6, 7])).Dispose();
        var path = Path.Combine(_folder.Path, Start().Id, "000001.entry");
        var sound = File.ReadAllBytes(path);
        for (var place = 0; place < sound.Length; place++)
        {
            File.WriteAllBytes(path, sound[..place]);
            AssertLost();
            var flipped = (byte[])sound.Clone();
            flipped[place] ^= (byte)(1 << (place % 8));
            File.WriteAllBytes(path, flipped);
            AssertLost();
        }

        File.WriteAllBytes(path, [.. sound, 0]);
        AssertLost();
        File.WriteAllBytes(path, sound);
        using var mended = Resumed();
        Assert.Equal([1, 2, 3, 4, 5], mended.Get("a"));

        void AssertLost()
        {
            using var journal = Resumed();
            Assert.Null(journal.Get("a"));
            Assert.Equal([6, 7], journal.Get("b"));
        }
    }

    [Fact]
    public void Resume_Leftovers_AreSweptAndForeignFilesPassedOver()
    {
        Begun(("a", [1])).Dispose();
        var folder = Path.Combine(_folder.Path, Start().Id);
        File.WriteAllText(Path.Combine(folder, "000009.entry.writing"), "half");
        File.WriteAllText(Path.Combine(folder, "notes.txt"), "mine");
        File.WriteAllText(Path.Combine(folder, "000007.entry"), "no entry");
        File.WriteAllText(Path.Combine(folder, "x.entry"), "no number");

        using (var journal = Resumed())
        {
            Assert.Equal(["a"], journal.Keys);
            journal.Put("b", 1, () => EntryBody.Of([2]));
        }

        Assert.False(File.Exists(Path.Combine(folder, "000009.entry.writing")));
        Assert.True(File.Exists(Path.Combine(folder, "000008.entry")));
    }

    [Fact]
    public void Begin_WhatWasHalfRemoved_IsSwept()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "20250101-000000-abcd.done"));
        Directory.CreateDirectory(Path.Combine(_folder.Path, "mine.done"));
        Begun().Dispose();
        Assert.Equal([Start().Id, "mine.done"], Directory.GetDirectories(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Resume_HeldByAnother_SaysSo()
    {
        using var journal = Begun();
        var folder = Path.Combine(_folder.Path, Start().Id);
        Assert.Equal($"{folder}: another program goes on with run '{Start().Id}' already. Wait until it is done.", Assert.Throws<OptionsException>(() => Resumed()).Message);
        Assert.Equal(JournalState.Held, JournalFolder.StateOf(_folder.Path, Start().Id));
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("absent")]
    [InlineData("other")]
    public void Resume_StartThatIsNotSound_SaysSo(string how)
    {
        Begun().Dispose();
        var path = Path.Combine(_folder.Path, Start().Id, JournalFolder.StartName);
        var bytes = File.ReadAllBytes(path);
        File.Delete(path);
        if (how == "cut")
        {
            File.WriteAllBytes(path, bytes[..^5]);
        }
        else if (how == "other")
        {
            EntryFile.Write(path, JournalFolder.StartKey, EntryBody.Of("""{"Id": 7}"""u8.ToArray()));
        }

        Assert.Equal(
            $"{Path.GetDirectoryName(path)}: there is no journal of run '{Start().Id}', or its beginning is damaged, so the run cannot go on. Leave --resume out to train anew.",
            Assert.Throws<OptionsException>(() => Resumed()).Message);
        Assert.Empty(JournalFolder.Left(_folder.Path));
    }

    [Fact]
    public void Put_BeyondTheLimit_IsLeftOut()
    {
        using (var journal = RunJournal.Begin(_folder.Path, Start(), new() { Bytes = 4_000 }))
        {
            journal.Put("large", 5_000, () => EntryBody.Of(new byte[5_000]));
            journal.Put("larger than told", 10, () => EntryBody.Of(new byte[5_000]));
            journal.Put("small", 10, () => EntryBody.Of(new byte[10]));
            Assert.Null(journal.Fault);
        }

        using var again = Resumed();
        Assert.Equal(["small"], again.Keys);
    }

    [Fact]
    public void Put_LargerThanMayWait_IsLeftOut()
    {
        using (var journal = RunJournal.Begin(_folder.Path, Start(), JournalLimits.Of(memory: 40_000)))
        {
            journal.Put("large", 1_001, () => EntryBody.Of(new byte[1_001]));
            journal.Put("small", 1_000, () => EntryBody.Of(new byte[1_000]));
        }

        using var again = Resumed();
        Assert.Equal(["small"], again.Keys);
        Assert.Equal(128 << 20, JournalLimits.Of(memory: null).WaitingBytes);
    }

    [Fact]
    public void Put_BodyThatCannotBeMade_IsToldAndTheOthersAreWritten()
    {
        var folder = Path.Combine(_folder.Path, Start().Id);
        var journal = Begun();
        journal.Put("a", 1, () => throw new ArtifactException("No such form."));
        journal.Put("b", 1, () => EntryBody.Of([1]));
        journal.Dispose();
        Assert.Equal($"{folder}: the journal could not be written (No such form), so after a crash the run would do some trials again. Make room, or see who may write there.", journal.Fault);
        using var again = Resumed();
        Assert.Equal(["b"], again.Keys);
    }

    [Fact]
    public void Remove_OtherNames_AreRefused() => Assert.Throws<ArgumentException>(() => JournalFolder.Remove(_folder.Path, ".."));

    // Half a character does not survive as UTF-8; keys are made by this program and hold none.
    private static bool IsText(string key) => key == System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(key));
}
