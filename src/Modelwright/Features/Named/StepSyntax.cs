namespace Modelwright.Features.Named;

/// <summary>
/// Cuts the text of --steps: STEP[:COLUMN[+COLUMN…]][(OPTION=VALUE[;OPTION=VALUE…])], with commas between steps and FIRST/SECOND for
/// pairs. A name that holds one of , + / : ; ( ) = ' stands in single quotes, a quote in it doubled.
/// </summary>
internal sealed class StepSyntax(string text)
{
    private const string Signs = ",+/:;()='";
    private readonly List<string> _faults = [];
    private int _at;
    private bool _isFaulty;

    /// <summary>The steps that could be read, and what is wrong with the others.</summary>
    internal static (IReadOnlyList<StepCall> Calls, IReadOnlyList<string> Faults) Read(string text)
    {
        var syntax = new StepSyntax(text);
        var calls = new List<StepCall>();
        do
        {
            var start = syntax._at;
            syntax._isFaulty = false;
            var (name, targets, settings) = (syntax.Word("a step"), syntax.Targets(), syntax.Settings());
            syntax.Expect(',', isLast: true);
            if (!syntax._isFaulty)
            {
                calls.Add(new(text[start..syntax._at].Trim(), name, targets, settings));
            }
        }
        while (syntax.Take(','));
        return (calls, syntax._faults);
    }

    private List<StepTarget> Targets()
    {
        var targets = new List<StepTarget>();
        if (!Take(':'))
        {
            return targets;
        }

        do
        {
            var first = Word("a column");
            targets.Add(new(first, Take('/') ? Word("a column") : null));
        }
        while (Take('+'));
        return targets;
    }

    private List<(string Name, string Value)> Settings()
    {
        var settings = new List<(string Name, string Value)>();
        if (!Take('('))
        {
            return settings;
        }

        do
        {
            var name = Word("an option");
            Expect('=', isLast: false);
            settings.Add((name, Word("a value")));
        }
        while (Take(';'));
        Expect(')', isLast: false);
        return settings;
    }

    /// <summary>A name in quotes, or one up to the next sign.</summary>
    private string Word(string what)
    {
        SkipBlanks();
        if (_at < text.Length && text[_at] == '\'')
        {
            return Quoted();
        }

        var start = _at;
        while (_at < text.Length && !Signs.Contains(text[_at], StringComparison.Ordinal))
        {
            _at++;
        }

        var word = text[start.._at].Trim();
        if (word.Length == 0)
        {
            Fault($"{what} was expected {Where()}");
        }

        return word;
    }

    private string Quoted()
    {
        var start = ++_at;
        while (_at < text.Length)
        {
            if (text[_at] != '\'')
            {
                _at++;
            }
            else if (_at + 1 < text.Length && text[_at + 1] == '\'')
            {
                _at += 2;
            }
            else
            {
                return text[start.._at++].Replace("''", "'", StringComparison.Ordinal);
            }
        }

        Fault(FormattableString.Invariant($"the quote at character {start} is not closed"));
        return "";
    }

    private bool Take(char sign)
    {
        SkipBlanks();
        if (_at >= text.Length || text[_at] != sign)
        {
            return false;
        }

        _at++;
        return true;
    }

    /// <summary>Goes over a sign, or notes that it is not there and goes on behind the next comma; the last of a step is left for the next.</summary>
    private void Expect(char sign, bool isLast)
    {
        SkipBlanks();
        if (_at < text.Length && text[_at] == sign)
        {
            _at += isLast ? 0 : 1;
        }
        else if (_at < text.Length || !isLast)
        {
            Fault($"'{sign}' was expected {Where()}");
        }
    }

    private string Where() => _at >= text.Length ? "at the end" : FormattableString.Invariant($"at character {_at + 1}, where '{text[_at]}' stands");

    /// <summary>One fault a step: what follows in it would only be its echo.</summary>
    private void Fault(string what)
    {
        if (!_isFaulty)
        {
            _faults.Add($"--steps cannot be read: {what}. Write it as in \"clip:income,arithmetic:income/debt(operations=ratio)\"; a name with one of {Signs} in it stands in single quotes.");
        }

        _isFaulty = true;
        _at = text.IndexOf(',', Math.Min(_at, text.Length)) is var comma and >= 0 ? comma : text.Length;
    }

    private void SkipBlanks()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
        {
            _at++;
        }
    }
}
