using System.CommandLine;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Profile;

namespace Modelwright.Cli.Options;

/// <summary>The options by which a person says what columns mean; they win over what is found out.</summary>
internal sealed class Meaning
{
    private static readonly (string Option, ColumnRole Role)[] Short =
        [("--weight", ColumnRole.Weight), ("--group", ColumnRole.Group), ("--time", ColumnRole.Time), ("--series", ColumnRole.Group)];

    private readonly Option<string?> _target = Entry.Text("--target", "COLUMN", "The column to predict. With --task anomalies: a column that says of a few rows whether they are, and is empty in all others.");
    private readonly Option<string?> _task = Entry.Text("--task", "TASK", "classification, regression, clustering (segments of like rows) or anomalies (strange rows). Default: the target tells.");
    private readonly Option<string[]> _types = Entry.Texts("--types", "COLUMN=TYPE,…", "Types that differ from those found: number, category, text, time.");
    private readonly Option<string[]> _roles = Entry.Texts("--roles", "COLUMN=ROLE,…", "What columns are for: feature, weight, time, group, id, sensitive, ignore.");
    private readonly Option<string[]> _ignore = Entry.Texts("--ignore", "COLUMN,…", "Columns not to use.");
    private readonly Option<string?>[] _short =
    [
        Entry.Text("--weight", "COLUMN", "How much each row counts; the same as --roles COLUMN=weight."),
        Entry.Text("--group", "COLUMN", "Rows that belong together are never split between training and validation."),
        Entry.Text("--time", "COLUMN", "Orders the rows; validation keeps the future out of training. With --task anomalies each reading is judged by those before it."),
        Entry.Text("--series", "COLUMN", "With --task anomalies and --time: tells series apart, such as machines; each is judged by its own past."),
    ];

    /// <summary>Adds them to a verb.</summary>
    public void AddTo(Command verb)
    {
        verb.Options.Add(_target);
        verb.Options.Add(_task);
        verb.Options.Add(_types);
        verb.Options.Add(_roles);
        verb.Options.Add(_ignore);
        foreach (var option in _short)
        {
            verb.Options.Add(option);
        }
    }

    /// <summary>What the options say.</summary>
    /// <param name="call">The call.</param>
    /// <param name="reader">Notes what is wrong.</param>
    public ProfileOptions Read(ParseResult call, CallReader reader) => new()
    {
        Target = call.GetValue(_target),
        Task = reader.Read(() => call.GetValue(_task) is { } task ? TaskWords.Parse(task) : null),
        Types = reader.Read(() => NameList.ParsePairs<ColumnType>(call.GetValue(_types) ?? [], "--types")) ?? new Dictionary<string, ColumnType>(),
        Roles = reader.Read(() => Roles(call)) ?? new Dictionary<string, ColumnRole>(),
        Ignore = reader.Read(() => NameList.Parse(call.GetValue(_ignore) ?? [], "--ignore")) ?? [],
    };

    private Dictionary<string, ColumnRole> Roles(ParseResult call)
    {
        var roles = new Dictionary<string, ColumnRole>(NameList.ParsePairs<ColumnRole>(call.GetValue(_roles) ?? [], "--roles"), StringComparer.Ordinal);
        for (var position = 0; position < Short.Length; position++)
        {
            var (option, role) = Short[position];
            if (call.GetValue(_short[position]) is { } column && !roles.TryAdd(column, role) && roles[column] != role)
            {
                throw new OptionsException($"{option} {column}: the column has the role '{roles[column].ToString().ToLowerInvariant()}' too. Give it one role.");
            }
        }

        if (call.GetValue(_short[^1]) is { } series && !roles.ContainsValue(ColumnRole.Time))
        {
            throw new OptionsException($"--series {series} tells apart series in time, and no column of times is named. Name it with --time, or leave --series out.");
        }

        return roles;
    }
}
