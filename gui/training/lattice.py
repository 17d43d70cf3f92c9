"""The aligner as a conditional random field: likelihood and expected features of known steps.

The steps of ``compare.alignment`` form a lattice of six states over pairs of positions; their
probabilities follow from the same scores. Training maximizes the likelihood of the steps that
are right (Lafferty, McCallum and Pereira 2001; semi-Markov: Sarawagi and Cohen 2004), less a
penalty on the squared weights. Rows of the lattice are vectors of numpy; the backward pass
gives the expected number of each feature, and with it the gradient.
"""

from __future__ import annotations

import numpy as np
import multiprocessing as mp

import scipy.optimize
import scipy.sparse as sp

from ..compare import alignment as dp
from ..compare.alignment import Aligner
from ..compare.features import KINDS
from .pairs import Example, elsewhere

NEG = -1e30


def phrases_at(line, n):
    """Return the phrases that end with token *n*, and how long they are."""
    return ((1, line.ids[n]), (2, line.pairs[n])) if line.pairs[n] else ((1, line.ids[n]),)


class Segment:
    """One part of an example as arrays: rows of features for each edge of its lattice."""


class Corpus:
    """All parts of all examples, and their features as one sparse matrix."""

    def __init__(self, examples):
        self.names = {}
        self.segs = []
        self.nx = 0
        rows, cols, vals = [], [], []
        for ex in examples:
            total = ex.swapped(ex.steps)
            for n, steps in ex.parts():
                part, band = ex.aligned.parts[n]
                al = Aligner(ex.aligned.lines, ex.swaps, {}, elsewhere(total, ex.swapped(steps)))
                self.segs.append(self.build(ex, part, steps, al, band, rows, cols, vals))
        self.F = len(self.names)
        self.X = sp.csr_matrix((vals, (rows, cols)), shape=(self.nx, self.F))
        self.XT = self.X.T.tocsr()

    def f(self, name):
        return self.names.setdefault(name, len(self.names))

    def add_row(self, feats, rows, cols, vals):
        r = self.nx
        self.nx += 1
        for k, v in feats.items():
            rows.append(r)
            cols.append(self.f(k))
            vals.append(v)
        return r

    def build(self, ex, part, gold, al, band, rows, cols, vals):
        i0, i1, j0, j1 = part
        a, b = al.lines
        m, n = i1 - i0, j1 - j0
        s = Segment()
        s.m, s.n, s.name = m, n, ex.pair.name

        def near(name, line, k, f):
            f[name + "_near"], f[name + "_wide"] = line.near[0][k], line.near[1][k]
            return f

        s.gap, s.rew = [], []
        for what, into in (("gap", s.gap), ("rewrite", s.rew)):
            start = self.nx
            for line, x0, x1 in ((a, i0, i1), (b, j0, j1)):
                for k in range(x0, x1):
                    f = {f"{what}_{KINDS[line.kinds[k]]}": 1.0}
                    self.add_row(near(what, line, k, f), rows, cols, vals)
            into += [start, start + m, start + m + n]
        s.breaks_a, s.breaks_b = np.array(a.breaks[i0 : i1 + 1]), np.array(b.breaks[j0 : j1 + 1])
        s.joints_a, s.joints_b = np.array(a.joints[i0 : i1 + 1]), np.array(b.joints[j0 : j1 + 1])
        kept_cells, kept_rows = [], []
        sw = {}
        W = n + 1
        spoken = ex.swaps.spoken
        for i in range(1, m + 1):
            lo, hi = band[i] if band else (0, n)
            for j in range(max(1, lo), hi + 1):
                ia, ib = i0 + i - 1, j0 + j - 1
                if a.ids[ia] == b.ids[ib]:
                    nm = "kept_" + KINDS[a.kinds[ia]]
                    f = near("kept", a, ia, {nm: 1.0, nm + "_near": a.near[0][ia]})
                    bf = dp._broken_feature(a.breaks[ia], b.breaks[ib])
                    if bf:
                        f[bf] = 1.0
                    kept_cells.append(i * W + j)
                    kept_rows.append(self.add_row(f, rows, cols, vals))
                    continue
                if (not a.kinds[ia]) != (not b.kinds[ib]) and a.ids[ia] not in spoken and b.ids[ib] not in spoken:
                    continue
                for p, pa in phrases_at(a, ia):
                    if p > i:
                        break
                    for q, pb in phrases_at(b, ib):
                        if q > j:
                            break
                        f = al.swap_features(pa, pb)
                        if f is None:
                            continue
                        sure = dp.surely(f)
                        x = dp._capital_feature(a.capitals[i0 + i - p], b.capitals[j0 + j - q])
                        if x:
                            f[x] = 1.0
                        x = dp._broken_feature(a.breaks[i0 + i - p], b.breaks[j0 + j - q])
                        if x:
                            f[x] = 1.0
                        near("sure" if sure else "blind", a, ia, f)
                        c, r = sw.setdefault(((p, q), sure), ([], []))
                        c.append(i * W + j)
                        r.append(self.add_row(f, rows, cols, vals))
        s.kept = np.array(kept_cells, dtype=int), np.array(kept_rows, dtype=int)
        s.sw = {k: (np.array(c), np.array(r)) for k, (c, r) in sw.items()}
        s.outside = None
        if band:
            s.outside = np.ones((m + 1, n + 1), bool)
            for i, (lo, hi) in enumerate(band):
                s.outside[i, lo : hi + 1] = False
        s.gold = al.features_of(gold)
        for k in s.gold:
            self.f(k)
        return s


TR = ["sure", "blind", "gap", "rewrite"]
def lse(*xs):
    return np.logaddexp.reduce(np.stack(xs))

def scan(x, c):
    """v[j] = logaddexp(x[j], v[j-1] + c[j])"""
    C = np.cumsum(c)
    return np.maximum(C + np.logaddexp.accumulate(np.maximum(x - C, NEG)), NEG)

class Model:
    def __init__(self, corpus, w):
        self.c = corpus; self.w = w
        g = lambda name: w[corpus.names[name]] if name in corpus.names else 0.0
        self.g = g
        self.xw = corpus.X @ w

    def run(self, s, grad, xgrad):
        """log Z of a segment; adds expected counts"""
        g, xw, m, n = self.g, self.xw, s.m, s.n
        W = n + 1
        names = self.c.names
        gap_a, gap_b = xw[s.gap[0]:s.gap[1]], xw[s.gap[1]:s.gap[2]]
        rew_a, rew_b = xw[s.rew[0]:s.rew[1]], xw[s.rew[1]:s.rew[2]]
        op, cl, st, sto = (np.array([g(f"{w}_{x}") for x in dp.JOINTS]) for w in ("gap_from", "gap_to", "rewrite_from", "rewrite_to"))
        ov = np.array([0.0, g("rewrite_over_sentence"), -60.0])
        op_a, op_b, cl_a, cl_b, ov_a, ov_b = op[s.joints_a], op[s.joints_b], cl[s.joints_a], cl[s.joints_b], ov[s.breaks_a], ov[s.breaks_b]
        st_a, st_b, sp_a, sp_b = st[s.joints_a], st[s.joints_b], sto[s.joints_a], sto[s.joints_b]
        T = lambda x, y: g(f"{x}>{y}")
        SS, SB, SG, SR = (T("sure", y) for y in TR)
        BS, BB, BG, BR = (T("blind", y) for y in TR)
        GS, GB, GG, GR = (T("gap", y) for y in TR)
        RS, RB, RG, RR = T("rewrite", "sure"), T("rewrite", "blind"), T("rewrite", "gap"), 0.0
        full = lambda: np.full((m + 1, W), NEG)
        kd = full(); kd.ravel()[s.kept[0]] = xw[s.kept[1]]
        sd = {}
        for k, (cells, r) in s.sw.items():
            d = full(); d.ravel()[cells] = xw[r]; sd[k] = d
        out = s.outside
        vS, vB, vD, vI, vO, vN, vX = (full() for _ in range(7)); tS, tB = full(), full()
        for i in range(m + 1):
            if i:
                xs = [NEG_ROW(W)]; x = np.full(W, NEG); x[1:] = kd[i, 1:] + tS[i-1, :-1]; xs.append(x)
                ys = [NEG_ROW(W)]
                for ((p, q), sure), d in sd.items():
                    if p > i or q > n: continue
                    x = np.full(W, NEG); x[q:] = d[i, q:] + (tS if sure else tB)[i-p, :W-q]
                    (xs if sure else ys).append(x)
                vS[i] = lse(*xs)
                if len(ys) > 1: vB[i] = lse(*ys)
                k = i - 1
                o = op_a[k]
                vD[i] = lse(vD[k], vS[k] + SG + o, vB[k] + BG + o, vX[k] + RG + o) + gap_a[k]
                vO[i] = np.logaddexp(vO[k] + ov_a[k], lse(vS[k] + SR, vB[k] + BR, vD[k] + GR + cl_a[k], vI[k] + GR + cl_b) + st_a[k] + st_b) + rew_a[k]
            else:
                vS[0, 0] = 0.0
            if out is not None:
                for v in (vS, vB, vD, vO): v[i][out[i]] = NEG
            x = np.full(W, NEG); x[1:] = vO[i, :-1] + RR + rew_b
            c = np.zeros(W); c[1:] = ov_b[:n] + rew_b + RR
            vN[i] = scan(x, c)
            if out is not None: vN[i][out[i]] = NEG
            vX[i] = vN[i] + sp_a[i] + sp_b
            x = np.full(W, NEG)
            x[1:] = lse(vS[i, :-1] + SG + op_b[:n], vB[i, :-1] + BG + op_b[:n], vX[i, :-1] + RG + op_b[:n], vD[i, :-1] + GG + op_b[:n] + cl_a[i]) + gap_b
            c = np.zeros(W); c[1:] = gap_b
            vI[i] = scan(x, c)
            if out is not None: vI[i][out[i]] = NEG
            G = np.logaddexp(vD[i] + cl_a[i], vI[i] + cl_b)
            tS[i] = lse(vS[i] + SS, vB[i] + BS, G + GS, vX[i] + RS)
            tB[i] = lse(vS[i] + SB, vB[i] + BB, G + GB, vX[i] + RB)
        Z = tS[m, n]
        # backward
        bS, bB, bD, bI, bO, bN = (np.full((m + 2, W + 1), NEG) for _ in range(6))
        BS_, BB_ = full(), full()   # completions that go on from to_sure, to_blind
        cnt = grad
        def addc(name, v):
            if name in names: cnt[names[name]] += v
        E = lambda x: float(np.exp(np.minimum(x - Z, 0)).sum())
        n_open = ("gap_from_words", "gap_from_sentence", "gap_from_section")
        n_close = ("gap_to_words", "gap_to_sentence", "gap_to_section")
        n_over = ("", "rewrite_over_sentence", "rewrite_over_section")
        acc = {}
        open_cnt = np.zeros(4); close_cnt = np.zeros(4); over_cnt = np.zeros(4); start_cnt = np.zeros(4); stop_cnt = np.zeros(4)
        def col(bk, x, into):   # per-column expectations into break classes
            e = np.exp(np.minimum(x - Z, 0)); into += np.bincount(bk, e, 4)
            return e.sum()
        tr = {}
        def t(name, v): tr[name] = tr.get(name, 0.0) + v
        for i in range(m, -1, -1):
            xs = []
            x = np.full(W, NEG)
            if i < m:
                x[:-1] = kd[i+1, 1:] + bS[i+1, 1:W]
                xs = [x]; ys = [NEG_ROW(W)]
                for ((p, q), sure), d in sd.items():
                    if i + p > m or q > n: continue
                    x = np.full(W, NEG); x[:W-q] = d[i+p, q:] + (bS if sure else bB)[i+p, q:W]
                    (xs if sure else ys).append(x)
                BS_[i] = lse(*xs)
                BB_[i] = lse(*ys)
            if i == m: BS_[m, n] = 0.0
            last = i == m
            down_D = gap_a[i] + bD[i+1, :W] if not last else np.full(W, NEG)
            on_O = rew_a[i] + bO[i+1, :W] if not last else np.full(W, NEG)
            down_O = on_O + st_a[i] + st_b
            gb = np.append(gap_b, 0.0); rb = np.append(rew_b, 0.0)
            # bI right to left
            x = lse(cl_b + GS + BS_[i], cl_b + GB + BB_[i], GR + cl_b + down_O)
            if out is not None: x[out[i]] = NEG
            c = np.zeros(W); c[1:] = gap_b[::-1]
            bI[i, :W] = scan(x[::-1], c)[::-1]
            if out is not None: bI[i, :W][out[i]] = NEG
            right_I = gb + bI[i, 1:W+1]     # adding token j
            op_here = op_a[i]
            x = lse(RS + BS_[i], RB + BB_[i], RG + op_here + down_D, RG + op_b + right_I) + sp_a[i] + sp_b
            if out is not None: x[out[i]] = NEG
            c = np.zeros(W); c[1:] = (ov_b[:n] + rew_b + RR)[::-1]
            bN[i, :W] = scan(x[::-1], c)[::-1]
            if out is not None: bN[i, :W][out[i]] = NEG
            right_N = rb + bN[i, 1:W+1]
            bS[i, :W] = lse(SS + BS_[i], SB + BB_[i], SG + op_here + down_D, SG + op_b + right_I, SR + down_O)
            bB[i, :W] = lse(BS + BS_[i], BB + BB_[i], BG + op_here + down_D, BG + op_b + right_I, BR + down_O)
            bD[i, :W] = lse(down_D, cl_a[i] + GS + BS_[i], cl_a[i] + GB + BB_[i], GG + op_b + cl_a[i] + right_I, GR + cl_a[i] + down_O)
            bO[i, :W] = lse(ov_a[i] + on_O, right_N)
            if out is not None:
                for v in (bS, bB, bD, bO): v[i, :W][out[i]] = NEG
            # expectations of transitions leaving row i
            ba, ja = s.breaks_a[i], s.joints_a[i]
            for v, nm, s_, b_, g_, r_ in ((vS, "sure", SS, SB, SG, SR), (vB, "blind", BS, BB, BG, BR), (vX, "rewrite", RS, RB, RG, None)):
                t(nm + ">sure", E(v[i] + s_ + BS_[i])); t(nm + ">blind", E(v[i] + b_ + BB_[i]))
                e = E(v[i] + g_ + op_here + down_D); t(nm + ">gap", e); open_cnt[ja] += e
                t(nm + ">gap", col(s.joints_b, v[i] + g_ + op_b + right_I, open_cnt))
                if r_ is not None: t(nm + ">rewrite", E(v[i] + r_ + down_O))
            for v, isD in ((vD, True), (vI, False)):
                cl_here = cl_a[i] if isD else cl_b
                for x, nm in ((GS + BS_[i], "gap>sure"), (GB + BB_[i], "gap>blind"), (GR + down_O, "gap>rewrite")) + (((GG + op_b + right_I, "gap>gap"),) if isD else ()):
                    y = v[i] + cl_here + x
                    if isD:
                        e = E(y); close_cnt[ja] += e
                    else:
                        e = col(s.joints_b, y, close_cnt)
                    t(nm, e)
                    if nm == "gap>gap": col(s.joints_b, y, open_cnt)
            # entering and leaving rewritten stretches
            e = np.logaddexp.reduce(np.stack([vS[i] + SR, vB[i] + BR, vD[i] + cl_a[i] + GR, vI[i] + cl_b + GR])) + down_O
            total = col(s.joints_b, e, start_cnt)
            start_cnt[ja] += total
            e = vX[i] + np.logaddexp.reduce(np.stack([RS + BS_[i], RB + BB_[i], RG + op_here + down_D, RG + op_b + right_I]))
            total = col(s.joints_b, e, stop_cnt)
            stop_cnt[ja] += total
            over_cnt[ba] += E(vO[i] + ov_a[i] + on_O)
            col(s.breaks_b, vN[i] + ov_b + right_N, over_cnt)
            if i < m:
                xgrad[s.gap[0] + i] += E(vD[i+1] + bD[i+1, :W]); xgrad[s.rew[0] + i] += E(vO[i+1] + bO[i+1, :W])
        for k, x in enumerate(dp.JOINTS):
            addc(f"gap_from_{x}", open_cnt[k]); addc(f"gap_to_{x}", close_cnt[k])
            addc(f"rewrite_from_{x}", start_cnt[k]); addc(f"rewrite_to_{x}", stop_cnt[k])
        addc("rewrite_over_sentence", over_cnt[1])
        for k, v in tr.items(): addc(k, v)
        xgrad[s.gap[1]:s.gap[2]] += np.exp(np.minimum(vI + bI[:m+1, :W] - Z, 0)).sum(0)[1:]
        xgrad[s.rew[1]:s.rew[2]] += np.exp(np.minimum(vN + bN[:m+1, :W] - Z, 0)).sum(0)[1:]
        def edge(cells, r, p, q, sure):
            if not len(cells): return
            i, j = cells // W, cells % W
            sc = xw[r] + (tS if sure else tB)[i-p, j-q] + (bS if sure else bB)[i, j] - Z
            np.add.at(xgrad, r, np.exp(np.minimum(sc, 0)))
        edge(*s.kept, 1, 1, True)
        for ((p, q), sure), (cells, r) in s.sw.items(): edge(cells, r, p, q, sure)
        return Z

_rows = {}
def NEG_ROW(W):
    if W not in _rows: _rows[W] = np.full(W, NEG)
    return _rows[W]

CORPUS = None
def work(args):
    w, part, parts = args
    mdl = Model(CORPUS, w)
    grad = np.zeros(CORPUS.F); xgrad = np.zeros(CORPUS.nx); z = 0.0
    for s in CORPUS.segs[part::parts]: z += mdl.run(s, grad, xgrad)
    return z, grad + CORPUS.XT @ xgrad

def fit(corpus, start, l2=1.0, iters=40, workers=2, verbose=True):
    global CORPUS
    CORPUS = corpus
    corpus.segs.sort(key=lambda s: -(s.m * s.n))
    gold = np.zeros(corpus.F)
    for s in corpus.segs:
        for k, v in s.gold.items(): gold[corpus.names[k]] += v
    x0 = np.zeros(corpus.F)
    for k, v in start.items():
        if k in corpus.names: x0[corpus.names[k]] = v
    n = len(corpus.segs); it = [0]
    with mp.get_context("fork").Pool(workers) as pool:
        def fun(w):
            found = pool.map(work, [(w, k, workers) for k in range(workers)])
            z = sum(f[0] for f in found); e = sum(f[1] for f in found)
            val = z - gold @ w + l2 / 2 * w @ w
            it[0] += 1
            if verbose and it[0] % 5 == 0: print(it[0], round(val, 1), flush=True)
            return val, e - gold + l2 * w
        r = scipy.optimize.minimize(fun, x0, jac=True, method="L-BFGS-B", options={"maxiter": iters})
    return {k: float(r.x[v]) for k, v in corpus.names.items()}

