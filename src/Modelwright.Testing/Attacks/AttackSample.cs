using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Measures;
using Modelwright.Stress.Attacks;
using Modelwright.Stress.Attacks.Threats;

namespace Modelwright.Testing.Attacks;

/// <summary>A model that is known, with rows and a threat, for attacks to be put through.</summary>
/// <param name="Name">What kind of model it is.</param>
/// <param name="Schema">What the columns mean.</param>
/// <param name="Rows">The rows with their target.</param>
/// <param name="Threat">What can be changed: not all, and some of it one way or by steps only.</param>
/// <param name="Answer">Answers rows.</param>
/// <param name="Form">The form that answers; null where attacks are not to look inside.</param>
internal sealed record AttackSample(string Name, Schema Schema, Table Rows, Threat Threat, Func<Table, CancellationToken, Answers> Answer, IForm? Form)
{
    /// <summary>The target of attacks, with a surrogate that answers alike.</summary>
    public AttackTarget Target => With(Threat);

    /// <summary>The same under another threat, and with as many queries as wanted.</summary>
    public AttackTarget With(Threat threat, int queries = 1_500, Func<Table, CancellationToken, Answers>? answer = null, IForm? form = null)
    {
        var asked = answer ?? Answer;
        return new(Schema, Rows, threat, asked, asked(Rows, CancellationToken.None)) { Form = form ?? Form, MostQueries = queries, Surrogate = asked };
    }
}
