using System.Buffers.Binary;
using Modelwright.Recording.Journals;
using Modelwright.Validation;

namespace Modelwright.Search.Resuming;

/// <summary>The journal as a search sees it: trials that are finished, and numbers that the first process went by.</summary>
/// <param name="journal">Where they are kept.</param>
/// <param name="storeRows">Whether models that hold training rows may be kept.</param>
internal sealed class TrialJournal(RunJournal journal, bool storeRows)
{
    private const string Trials = "trial:";
    private const string Numbers = "number:";

    private readonly HashSet<string> _left = [.. journal.Keys.Where(key => key.StartsWith(Trials, StringComparison.Ordinal))];

    /// <summary>Seconds that the run took before: to the end of the last trial that is sound.</summary>
    public double Spent { get; } = journal.Keys
        .Where(key => key.StartsWith(Trials, StringComparison.Ordinal))
        .Select(key => journal.Get(key) is { } bytes && TrialBytes.ReadRecord(bytes) is { } record ? record.Elapsed : 0)
        .DefaultIfEmpty()
        .Max();

    /// <summary>Whether finished trials wait to be taken up.</summary>
    public bool HasMore => _left.Count > 0;

    /// <summary>
    /// A number that what is tried depends on and the clock or the machine gave, such as the seconds of the search: the one
    /// that the run began with.
    /// </summary>
    /// <param name="name">Its name.</param>
    /// <param name="now">What it would be now.</param>
    public double Recorded(string name, double now)
    {
        var key = Numbers + name;
        if (journal.Get(key) is { Length: sizeof(double) } bytes)
        {
            return BinaryPrimitives.ReadDoubleLittleEndian(bytes);
        }

        var written = new byte[sizeof(double)];
        BinaryPrimitives.WriteDoubleLittleEndian(written, now);
        journal.Put(key, written.Length, () => EntryBody.Of(written));
        return now;
    }

    /// <summary>Whether a trial is said to be finished.</summary>
    public bool Knows(Candidate candidate) => _left.Contains(KeyOf(candidate));

    /// <summary>Takes up a finished trial; null where it is not there, or not sound, and is to be done again.</summary>
    public (CrossFit? Fits, TrialRecord Record)? Take(Candidate candidate, Partition partition, AnswerKind kind) =>
        _left.Remove(KeyOf(candidate)) && journal.Get(KeyOf(candidate)) is { } bytes ? TrialBytes.Read(bytes, candidate, partition, kind, IsEvidenceOnly(candidate)) : null;

    /// <summary>Keeps a trial that was finished just now; null in place of fits says that it was given up.</summary>
    public void Put(Candidate candidate, CrossFit? fits, double seconds, double elapsed)
    {
        // Rows of the data are put on disk only where that is allowed: a learner that says what it does is known by its answers
        // then, any other is fitted again.
        var isEvidenceOnly = IsEvidenceOnly(candidate);
        if (!storeRows && !isEvidenceOnly && fits?.Folds.Any(fold => fold.Form.Info.HoldsRows) == true)
        {
            return;
        }

        var bytes = fits is null || isEvidenceOnly ? 0 : fits.Folds.Sum(fold => fold.Form.Info.Bytes);
        journal.Put(KeyOf(candidate), bytes + (sizeof(double) * (long)(fits?.Predictions.Length ?? 0)), () => TrialBytes.Write(fits, isEvidenceOnly, seconds, elapsed));
    }

    private bool IsEvidenceOnly(Candidate candidate) => candidate.Learner.Info.StoresRows && !storeRows;

    private static string KeyOf(Candidate candidate) => Trials + candidate.Key;
}
