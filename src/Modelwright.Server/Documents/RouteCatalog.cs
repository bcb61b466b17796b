namespace Modelwright.Server.Documents;

/// <summary>All routes of the server, for the document and the page. A test holds it to those that are mapped.</summary>
internal static class RouteCatalog
{
    internal static readonly IReadOnlyList<RouteEntry> All =
    [
        new("POST", "/predict", "Answers rows by the only model.", "predict"),
        new("POST", "/models/{model}/predict", "Answers one row or many; ?reasons=true says why.", "predict"),
        new("POST", "/models/{model}/versions/{version}/predict", "The same by one version, whatever the traffic.", "predict"),
        new("POST", "/models/{model}/batch", "Answers lines of JSON or CSV one by one, while they come.", "predict"),
        new("POST", "/models/{model}/labels", "Keeps what turned out to be true, by the ids of answers.", "label"),
        new("GET", "/models", "Lists the models.", null),
        new("GET", "/models/{model}", "Tells a model's columns, classes, figures and versions.", null),
        new("GET", "/models/{model}/monitor", "Tells what the last windows of the log showed, and where figures are going; ?windows=N.", null),
        new("GET", "/v2", "Open Inference Protocol: the server.", null),
        new("GET", "/v2/health/live", "Open Inference Protocol: whether the server lives.", ""),
        new("GET", "/v2/health/ready", "Open Inference Protocol: whether it takes requests.", ""),
        new("POST", "/v2/repository/index", "Lists models and versions, as KServe and Triton do.", null),
        new("GET", "/v2/models/{model}", "Open Inference Protocol: inputs and outputs of a model.", null),
        new("GET", "/v2/models/{model}/ready", "Open Inference Protocol: whether a model takes requests.", null),
        new("POST", "/v2/models/{model}/infer", "Open Inference Protocol: answers tensors, one a column.", "predict"),
        new("GET", "/v2/models/{model}/versions/{version}", "The same of one version.", null),
        new("GET", "/v2/models/{model}/versions/{version}/ready", "The same of one version.", null),
        new("POST", "/v2/models/{model}/versions/{version}/infer", "The same by one version.", "predict"),
        new("GET", "/manage/models/{model}", "Tells versions and traffic.", "manage"),
        new("POST", "/manage/models/{model}/versions", "Loads a version: a file of the folder, or the bytes of a package.", "manage"),
        new("DELETE", "/manage/models/{model}/versions/{name}", "Lets a version go that answers nothing.", "manage"),
        new("PUT", "/manage/models/{model}/traffic", "Says which versions answer: champion, challenger with its share, shadow.", "manage"),
        new("POST", "/manage/models/{model}/rollback", "Goes back to the traffic before the last change.", "manage"),
        new("GET", "/registry/models", "Lists the models of the registry with their versions and aliases.", null),
        new("GET", "/registry/models/{model}", "Tells one model of the registry.", null),
        new("GET", "/registry/models/{model}/log", "Tells every change of a model, the newest first; ?limit=N.", null),
        new("POST", "/registry/models/{model}/versions", "Registers the bytes of a package; ?note= is kept with it.", "manage"),
        new("GET", "/registry/models/{model}/versions/{version}", "Tells a version with its figures; the version is a number or an alias.", null),
        new("GET", "/registry/models/{model}/versions/{version}/evidence", "The evidence that the package of a version carries.", null),
        new("DELETE", "/registry/models/{model}/versions/{version}", "Takes a version out that no alias points at.", "manage"),
        new("POST", "/registry/models/{model}/promote", "Makes a version champion, if the gate says yes or is overruled with a reason.", "manage"),
        new("POST", "/registry/models/{model}/rollback", "Makes the champion before the present one champion again.", "manage"),
        new("PUT", "/registry/models/{model}/aliases/{alias}", "Points an alias at a version.", "manage"),
        new("DELETE", "/registry/models/{model}/aliases/{alias}", "Takes an alias away.", "manage"),
        new("GET", "/healthz", "Whether the process answers.", ""),
        new("GET", "/readyz", "Whether it takes requests; not while it drains.", ""),
        new("GET", "/metrics", "Metrics in the text form of Prometheus.", null),
        new("GET", "/openapi/v1.json", "This document.", null),
        new("GET", "/docs", "A page with the routes and the columns of models.", null),
    ];
}
