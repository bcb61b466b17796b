using Modelwright.Core.Data;

namespace Modelwright.Sources.Columns;

/// <summary>Makes a category column from texts, or a text column where hardly any text comes twice.</summary>
/// <param name="store">Where its blocks go, and how much the levels may take.</param>
/// <param name="readsMarkers">Whether texts such as "NA" are missing; not so for objects, which have null for that.</param>
internal sealed class LevelAssembler(ColumnStore store, bool readsMarkers = true)
{
    // Below this many different texts a column is held as levels however seldom they repeat.
    private const int FewLevels = 256;
    private const int FirstCheck = 65_536;
    private const int MostLevels = 1 << 20;
    private const double LeastRepetition = 1.5;

    private readonly Dictionary<string, long> _markers = new(StringComparer.Ordinal);
    private readonly List<string> _levels = [];
    private readonly BlockBuilder<int> _codes = new(store.Blocks);
    private Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _codeOf =
        new Dictionary<string, int>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private TextBlockBuilder? _texts;
    private int _nextCheck = FirstCheck;
    private long _bytes;

    internal int Count => _texts?.Count ?? _codes.Count;

    /// <summary>How often each text that means "no value" came; complete after <see cref="Build"/>.</summary>
    internal IReadOnlyDictionary<string, long> Markers => _markers;

    internal void AddMissing(int count)
    {
        if (_texts is null)
        {
            _codes.Add(CategoryColumn.Missing, count);
            return;
        }

        for (var row = 0; row < count; row++)
        {
            _texts.Add(null);
        }
    }

    internal void Add(ReadOnlySpan<char> text)
    {
        if (_texts is not null)
        {
            AddText(text);
            return;
        }

        var fits = true;
        if (!_codeOf.TryGetValue(text, out var code))
        {
            code = _levels.Count;
            var level = text.ToString();
            _levels.Add(level);
            _codeOf.Dictionary.Add(level, code);
            fits = Take(LevelBudget.Of(text.Length));
        }

        _codes.Add(code);
        if (_levels.Count >= _nextCheck)
        {
            _nextCheck *= 2;
            fits &= _levels.Count < MostLevels && _codes.Count >= LeastRepetition * _levels.Count;
        }

        if (!fits)
        {
            TurnToTexts();
        }
    }

    // A few levels are kept whatever the other columns took.
    private bool Take(long bytes)
    {
        _bytes += bytes;
        return store.Levels.Take(bytes) || _levels.Count <= FewLevels;
    }

    internal Column Build(string name)
    {
        if (_texts is null && _levels.Count > FewLevels && _codes.Count < LeastRepetition * _levels.Count)
        {
            TurnToTexts();
        }

        return _texts is null ? BuildLevels(name) : new TextColumn(name, _texts.Build());
    }

    // Levels stand in ordinal order, so the same values in another order of rows give the same levels.
    private CategoryColumn BuildLevels(string name)
    {
        var levels = _levels.FindAll(level => !IsMarker(level)).ToArray();
        Array.Sort(levels, StringComparer.Ordinal);
        var position = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var level = 0; level < levels.Length; level++)
        {
            position.Add(levels[level], level);
        }

        var target = new int[_levels.Count];
        for (var code = 0; code < target.Length; code++)
        {
            target[code] = position.TryGetValue(_levels[code], out var level) ? level : CategoryColumn.Missing;
        }

        var missing = new long[_levels.Count];
        var codes = _codes.Build(block =>
        {
            for (var row = 0; row < block.Length; row++)
            {
                var code = block[row];
                if (code >= 0)
                {
                    block[row] = target[code];
                    missing[code] += target[code] < 0 ? 1 : 0;
                }
            }
        });
        for (var code = 0; code < missing.Length; code++)
        {
            CountMarker(_levels[code], missing[code]);
        }

        return new(name, levels, codes);
    }

    private void TurnToTexts()
    {
        var texts = new TextBlockBuilder(store.Blocks);
        var codes = _codes.Build();
        _texts = texts;
        for (var block = 0; block < codes.BlockCount; block++)
        {
            foreach (var code in codes[block])
            {
                if (code < 0)
                {
                    texts.Add(null);
                }
                else
                {
                    AddText(_levels[code], _levels[code]);
                }
            }
        }

        // Given back for good: what is held of a text from here on is counted with the blocks.
        store.Levels.Release(_bytes);
        _levels.Clear();
        _levels.TrimExcess();
        _codeOf = new Dictionary<string, int>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    private void AddText(ReadOnlySpan<char> text, string? held = null)
    {
        if (IsMarker(text))
        {
            _texts!.Add(null);
            CountMarker(text.ToString(), 1);
        }
        else
        {
            _texts!.Add(held ?? text.ToString());
        }
    }

    private bool IsMarker(ReadOnlySpan<char> text) => readsMarkers && MissingText.IsAmongTexts(text.Trim());

    private void CountMarker(string text, long count)
    {
        if (count > 0)
        {
            var marker = text.Trim();
            _markers[marker] = _markers.GetValueOrDefault(marker) + count;
        }
    }
}
