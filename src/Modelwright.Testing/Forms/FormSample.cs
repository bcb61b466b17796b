using Modelwright.Core.Data;
using Modelwright.Core.Learning;

namespace Modelwright.Testing.Forms;

/// <summary>A form to put through its contract.</summary>
/// <param name="Form">A form that answers numbers or classes.</param>
/// <param name="Rows">Some rows it can answer, with missing values and unseen levels among them.</param>
public sealed record FormSample(IForm Form, Table Rows);
