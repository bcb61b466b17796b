using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Sources.Columns;

namespace Modelwright.Sources.Rows;

/// <summary>
/// Collects the cells of a column that can be read once only, such as those of a database, without losing a digit: whole
/// numbers stay whole until a fraction comes, and numbers stay numbers until a text comes. What it ends as does not depend on
/// the order of the rows.
/// </summary>
/// <param name="name">The column's name.</param>
/// <param name="store">Where the cells go.</param>
internal sealed class RawColumn(string name, ColumnStore store)
{
    // No time and no whole number that a double cannot hold has this value.
    private const long Missing = long.MinValue;

    private BlockBuilder<long>? _longs;
    private BlockBuilder<double>? _numbers;
    private LevelAssembler? _texts;
    private ColumnType? _expected;
    private int _missingFirst;
    private bool _isInexact;

    internal string Name => name;

    internal RawKind Kind { get; private set; }

    internal int Count => Kind switch
    {
        RawKind.Undecided => _missingFirst,
        RawKind.Number => _numbers!.Count,
        RawKind.Text => _texts!.Count,
        _ => _longs!.Count,
    };

    /// <summary>Cells that hold what no table can hold; they are missing.</summary>
    internal long Unreadable { get; private set; }

    /// <summary>The first of them, as it is shown.</summary>
    internal string? FirstUnreadable { get; private set; }

    /// <summary>Says what is declared, so that a column without values has its type too.</summary>
    internal void Expect(ColumnType type) => _expected ??= type;

    internal void AddMissing(int count = 1)
    {
        switch (Kind)
        {
            case RawKind.Undecided:
                _missingFirst += count;
                break;
            case RawKind.Number:
                _numbers!.Add(double.NaN, count);
                break;
            case RawKind.Text:
                _texts!.AddMissing(count);
                break;
            default:
                _longs!.Add(Missing, count);
                break;
        }
    }

    internal void AddUnreadable(string shown)
    {
        AddMissing();
        Unreadable++;
        FirstUnreadable ??= shown;
    }

    internal void Add(long value)
    {
        Become(value == Missing && Kind is RawKind.Undecided or RawKind.Whole ? RawKind.Number : RawKind.Whole);
        switch (Kind)
        {
            case RawKind.Whole:
                _isInexact |= !IsExact(value);
                _longs!.Add(value);
                break;
            case RawKind.Number when IsExact(value):
                _numbers!.Add(value);
                break;
            default:
                Add(value.ToString(CultureInfo.InvariantCulture));
                break;
        }
    }

    internal void Add(double value)
    {
        Become(RawKind.Number);
        if (Kind != RawKind.Number)
        {
            Add(Text(value));
        }
        else if (double.IsInfinity(value))
        {
            AddUnreadable(value.ToString("R", CultureInfo.InvariantCulture));
        }
        else
        {
            _numbers!.Add(value);
        }
    }

    internal void AddTicks(long ticks)
    {
        Become(RawKind.Time);
        if (ticks < 0 || ticks > DateTime.MaxValue.Ticks)
        {
            AddUnreadable("a time outside the years 1 to 9999");
        }
        else if (Kind == RawKind.Time)
        {
            _longs!.Add(ticks);
        }
        else
        {
            Add(new DateTime(ticks, DateTimeKind.Unspecified).ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture));
        }
    }

    internal void Add(ReadOnlySpan<char> text)
    {
        Become(RawKind.Text);
        _texts!.Add(text);
    }

    /// <summary>All cells; nothing can be added afterwards.</summary>
    internal RawCells Build() => Kind switch
    {
        RawKind.Number => new(name, new NumberColumn(name, _numbers!.Build()), IsWhole: false),
        RawKind.Time => new(name, new TimeColumn(name, _longs!.Build()), IsWhole: false),
        RawKind.Text => new(name, _texts!.Build(name), IsWhole: false),
        RawKind.Whole when _isInexact => new(name, new TimeColumn(name, _longs!.Build()), IsWhole: true),
        RawKind.Whole => new(name, new NumberColumn(name, Doubles(_longs!.Build()).Build()), IsWhole: false),
        _ => new(name, WithoutValues(), IsWhole: false),
    };

    /// <summary>A number as text: whole ones with all their digits, others as the shortest text that reads back.</summary>
    internal static string Text(double value) =>
        double.IsInteger(value) && value is >= long.MinValue and < long.MaxValue
            ? ((long)value).ToString(CultureInfo.InvariantCulture)
            : value.ToString("R", CultureInfo.InvariantCulture);

    private static bool IsExact(long value) => value != long.MaxValue && (long)(double)value == value;

    private Column WithoutValues()
    {
        var type = _expected ?? ColumnType.Category;
        Become(type switch { ColumnType.Number => RawKind.Number, ColumnType.Time => RawKind.Time, _ => RawKind.Text });
        return Build().Column;
    }

    // Kinds are left in the order in which they stand, as each holds all that the ones before it hold, but for times.
    private void Become(RawKind kind)
    {
        if (Kind == RawKind.Undecided)
        {
            Begin(kind);
            Kind = kind;
            AddMissing(_missingFirst);
        }
        else if (Kind == RawKind.Whole && kind == RawKind.Number && !_isInexact)
        {
            _numbers = Doubles(_longs!.Build());
            _longs = null;
            Kind = kind;
        }
        else if (Kind < kind && Kind != RawKind.Text)
        {
            TurnToTexts();
        }
    }

    private void Begin(RawKind kind)
    {
        switch (kind)
        {
            case RawKind.Number:
                _numbers = new(store.Blocks);
                break;
            case RawKind.Text:
                _texts = new(store, readsMarkers: false);
                break;
            default:
                _longs = new(store.Blocks);
                break;
        }
    }

    private BlockBuilder<double> Doubles(Blocks<long> longs)
    {
        var numbers = new BlockBuilder<double>(store.Blocks);
        for (var block = 0; block < longs.BlockCount; block++)
        {
            foreach (var value in longs[block])
            {
                numbers.Add(value == Missing ? double.NaN : value);
            }
        }

        return numbers;
    }

    private void TurnToTexts()
    {
        var cells = Build();
        (_longs, _numbers) = (null, null);
        Begin(RawKind.Text);
        Kind = RawKind.Text;
        cells.EachText(0, cells.RowCount, text =>
        {
            if (text is null)
            {
                _texts!.AddMissing(1);
            }
            else
            {
                _texts!.Add(text);
            }
        });
    }
}
