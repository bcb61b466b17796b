using Modelwright.Core.Errors;
using Modelwright.Server.Measuring;

namespace Modelwright.Server.Traffic;

/// <summary>A model with its versions, and which of them answer. Safe from any thread: a change is seen by requests that begin after it, and fails none.</summary>
public sealed class ServedModel
{
    private readonly Lock _change = new();
    private readonly int _mostVersions;
    private volatile TrafficState _state;
    private long _labels;

    internal ServedModel(string name, ModelVersion first, int mostVersions)
    {
        (Name, _mostVersions) = (name, mostVersions);
        _state = TrafficState.Of(first);
    }

    /// <summary>The name of the model.</summary>
    public string Name { get; }

    /// <summary>The versions that are loaded, oldest first.</summary>
    public IReadOnlyList<ModelVersion> Versions => _state.Versions;

    /// <summary>Which of them answer.</summary>
    public TrafficSplit Split => _state.Split;

    internal TrafficState State => _state;

    /// <summary>How many labels were kept since the server started.</summary>
    internal long Labels => Interlocked.Read(ref _labels);

    internal void CountLabels(int labels) => Interlocked.Add(ref _labels, labels);

    /// <summary>Adds a version, which answers only what names it, until <see cref="Route"/> says otherwise. Where there are too many, the oldest that answers nothing goes.</summary>
    /// <param name="version">The version.</param>
    /// <exception cref="OptionsException">A version of that name is there, or all of the most that may be held answer.</exception>
    public void Add(ModelVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        lock (_change)
        {
            _state = Added(_state, version);
        }
    }

    /// <summary>Adds a version and makes it the champion in one step; challenger and shadow stay.</summary>
    /// <param name="version">The version.</param>
    /// <exception cref="OptionsException">A version of that name is there, or all of the most that may be held answer.</exception>
    public void Take(ModelVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        lock (_change)
        {
            using var activity = Traces.Begin("modelwright.swap", Name, version.Version);
            var added = Added(_state, version);
            _state = added.With(added.Split with { Champion = version.Version });
        }
    }

    /// <summary>Says which versions answer from now on.</summary>
    /// <param name="split">The versions.</param>
    /// <exception cref="OptionsException">A version is not there, or the share is out of range; the text lists all.</exception>
    public void Route(TrafficSplit split)
    {
        ArgumentNullException.ThrowIfNull(split);
        lock (_change)
        {
            using var activity = Traces.Begin("modelwright.swap", Name, split.Champion);
            _state = _state.With(split);
        }
    }

    /// <summary>Goes back to the split before the last change; twice is the last one again.</summary>
    /// <exception cref="OptionsException">There is none, or a version of it is not there any more.</exception>
    public void Rollback()
    {
        lock (_change)
        {
            var before = _state.Before ?? throw new OptionsException($"Model '{Name}' has answered by one split only, so there is nothing to go back to.");
            using var activity = Traces.Begin("modelwright.swap", Name, before.Champion);
            _state = _state.With(before);
        }
    }

    /// <summary>Lets a version go that answers nothing.</summary>
    /// <param name="version">Its name.</param>
    /// <exception cref="OptionsException">It is not there, or it answers.</exception>
    public void Remove(string version)
    {
        lock (_change)
        {
            var found = _state.Find(version) ?? throw new OptionsException($"Model '{Name}' has no version '{version}'.");
            if (_state.Uses(found))
            {
                throw new OptionsException($"Version '{version}' of model '{Name}' answers requests. Route them to others first.");
            }

            _state = _state with { Versions = _state.Versions.Remove(found) };
        }
    }

    /// <summary>The version that answers a request.</summary>
    /// <param name="state">The state that the request sees.</param>
    /// <param name="id">What is the same for all requests that should meet one version.</param>
    internal static ModelVersion Choose(TrafficState state, string id) =>
        state.Challenger is { } challenger && Place(id) < state.Split.ChallengerShare ? challenger : state.Champion;

    /// <summary>Where an id stands between 0 and 1; the same in every process.</summary>
    /// <remarks>FNV-1a over the letters, then the finalizer of SplitMix64, since the high bits of FNV alone hardly differ for ids that count up.</remarks>
    internal static double Place(string id)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in id)
        {
            hash = (hash ^ letter) * 1099511628211UL;
        }

        hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9UL;
        hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EBUL;
        return ((hash ^ (hash >> 31)) >> 11) * (1.0 / (1UL << 53));
    }

    private TrafficState Added(TrafficState state, ModelVersion version)
    {
        if (state.Find(version.Version) is not null)
        {
            throw new OptionsException($"Model '{Name}' has a version '{version.Version}' already. Give another name.");
        }

        var versions = state.Versions;
        if (versions.Length >= _mostVersions)
        {
            var oldest = versions.FirstOrDefault(one => !state.Uses(one) && one.Version != state.Before?.Champion) ?? versions.FirstOrDefault(one => !state.Uses(one));
            versions = oldest is null
                ? throw new OptionsException(FormattableString.Invariant($"Model '{Name}' holds {versions.Length} versions, as many as may be, and all answer. Take one out of the traffic first."))
                : versions.Remove(oldest);
        }

        return state with { Versions = versions.Add(version) };
    }
}
